// Undo and redo: why not, and how to go on.

import Domain
import Wording

extension RejectionWords {
  func undoWords(_ rejection: Rejection) -> Words? {
    switch rejection {
    case .nothingToUndo:
      return (
        "nothing-to-undo",
        Phrase(nb: "Du har ingenting å angre.", en: "you have nothing to undo"),
        [
          Phrase(
            nb: "det andre har ført, angres med linjen: dugnad angre LINJE",
            en: "what others recorded is undone by its line: dugnad undo LINE")
        ]
      )
    case .nothingToRedo:
      return (
        "nothing-to-redo",
        Phrase(nb: "Det er ingenting å gjøre om igjen.", en: "there is nothing to redo"),
        [
          Phrase(
            nb: "en eldre angring tas tilbake med linjen: dugnad gjenta LINJE",
            en: "an older undo is taken back by its line: dugnad redo LINE")
        ]
      )
    case .othersWroteSince(let own, let others):
      let who = others.prefix(5).map { "\(name($0.person)): \($0.seq)" }.joined(separator: ", ")
      let lines = span(own)
      let mine = lines.count == 1 ? "\(own)" : "\(lines.lowerBound)-\(lines.upperBound)"
      return (
        "others-wrote-since",
        Phrase(
          nb: "Andre har skrevet etter deg (\(who)).",
          en: "others have written after you (\(who))"),
        [
          Phrase(
            nb: "skal det likevel angres: dugnad angre \(mine)",
            en: "to undo yours all the same: dugnad undo \(mine)")
        ]
      )
    case .undoneByOther(let line, let person):
      return (
        "undone-by-other",
        Phrase(
          nb: "Den siste angringen (linje \(line)) er gjort av \(name(person)).",
          en: "the newest undo (line \(line)) was made by \(name(person))"),
        [
          Phrase(
            nb: "skal den likevel tas tilbake: dugnad gjenta \(line)",
            en: "to take it back all the same: dugnad redo \(line)")
        ]
      )
    case .noSuchLine(let line):
      return (
        "no-such-line", Phrase(nb: "Ingen linje \(line).", en: "no line \(line)"),
        [Phrase(nb: "se loggen: dugnad logg", en: "see the log: dugnad log")]
      )
    case .alreadyUndone(let seq):
      return (
        "already-undone",
        Phrase(nb: "Linje \(seq) er alt angret.", en: "line \(seq) is undone already"), []
      )
    case .neverUndoable(let seq):
      return (
        "never-undoable",
        Phrase(
          nb: "Linje \(seq) kan ikke angres: \(line(seq, .nb)).",
          en: "line \(seq) cannot be undone: \(line(seq, .en))"),
        [
          Phrase(
            nb:
              "et avsluttet år åpnes med dugnad gjenåpne, og avsluttes på nytt med dugnad avslutt; "
              + "regnskapets åpning står; var en sendt rapport feil, sendes en ny, og begge står",
            en: "a closed year is opened with dugnad reopen, and closed anew with dugnad close; "
              + "the opening of the ledger stands; if a sent report was wrong, send a new one: both "
              + "stand")
        ]
      )
    case .undoAndOthersTogether(let line):
      return (
        "undo-together",
        Phrase(
          nb: "Linje \(line) er en angring; ta den alene.",
          en: "line \(line) is an undo; take it alone"), []
      )
    case .neededBy(let dependents):
      return neededWords(dependents)
    case .standsAgain(let line):
      return (
        "stands-again",
        Phrase(nb: "Linje \(line) gjelder alt.", en: "line \(line) stands already"), []
      )
    case .notAnUndo(let line):
      return (
        "not-an-undo",
        Phrase(nb: "Linje \(line) er ikke en angring.", en: "line \(line) is not an undo"), []
      )
    default: return nil
    }
  }

  private func neededWords(_ dependents: [Dependent]) -> Words {
    let shown = dependents.prefix(10)
    let more = dependents.count - shown.count
    func list(_ language: Language, more words: String) -> String {
      let lines = shown.map { dependent in
        let reason = self.words(dependent.rejection).1(language)
        return "\n  \(dependent.seq): \(line(dependent.seq, language)) – \(reason)"
      }
      return lines.joined() + (more > 0 ? "\n  \(words)" : "")
    }
    return (
      "needed-by",
      Phrase(
        nb: "Dette henger sammen med \(dependents.count) senere "
          + (dependents.count == 1 ? "linje:" : "linjer:") + list(.nb, more: "… og \(more) til"),
        en: "this hangs together with \(dependents.count) later "
          + (dependents.count == 1 ? "line:" : "lines:") + list(.en, more: "… and \(more) more")),
      [
        Phrase(
          nb: "angre alt sammen med --med-alt; se først hva det endrer med --prøv",
          en: "undo all of it with --cascade; see first what it changes with --dry-run")
      ]
    )
  }
}
