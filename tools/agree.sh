#!/usr/bin/env bash
# Asks `TOOL audit` and tools/verify.py, which share no code, about the ledger of this repository and every tampered
# one, and compares: is it in order, which findings in which line, the last hash and the root. Legality is the tool's
# alone: that is held against the line which Tests/Fixtures/illegal/README.md names.
#
#   tools/agree.sh .build/debug/dugnad
set -euo pipefail
tool=${1:?usage: tools/agree.sh TOOL}
tool=$(cd "$(dirname "$tool")" && pwd)/$(basename "$tool")
cd "$(dirname "$0")/.."
command -v python3 >/dev/null || { echo "agree.sh: no python3" >&2; exit 2; }
[ -x "$tool" ] || { echo "agree.sh: $tool is no program" >&2; exit 2; }

answers=$(mktemp -d)
trap 'rm -rf "$answers"' EXIT
asked=0
for ledger in . Tests/Fixtures/tampered/*/ Tests/Fixtures/illegal/*/; do
  # 3 is an answer; anything else but 0 is none.
  for who in audit verify; do
    code=0
    case $who in
      audit) "$tool" audit --json --ledger "$ledger" ;;
      verify) python3 tools/verify.py --json "$ledger" ;;
    esac >"$answers/$who" 2>"$answers/$who.err" || code=$?
    if [ $code != 0 ] && [ $code != 3 ]; then
      echo "agree.sh: $who of $ledger ended with $code: $(cat "$answers/$who.err")" >&2
      exit 1
    fi
    echo $code >"$answers/$who.code"
  done
  mkdir "$answers/$asked"
  echo "${ledger%/}" >"$answers/$asked/ledger"
  mv "$answers"/{audit,verify}{,.code} "$answers/$asked"
  asked=$((asked + 1))
done

python3 - "$answers" "$asked" <<'PYTHON'
import json, os, re, sys

folder, asked = sys.argv[1], int(sys.argv[2])
if asked < 2:
    sys.exit("agree.sh: no fixtures under Tests/Fixtures/tampered")


def answer(number, who):
    with open(os.path.join(folder, str(number), who), encoding="utf-8") as file:
        said = json.load(file)
    with open(os.path.join(folder, str(number), who + ".code"), encoding="utf-8") as file:
        code = int(file.read())
    # What the tool alone looks at is left out, and so is what follows from it.
    found = {(f["id"], f["file"], f["line"]) for f in said["findings"]
             if f["id"] != "event-illegal" and not f["id"].startswith("register-")}
    illegal = [f["line"] for f in said["findings"] if f["id"] == "event-illegal"]
    ok = said["ok"] or (bool(illegal) and not found)
    return {"ok": ok, "found": found, "illegal": illegal, "honest": (code == 0) == said["ok"],
            "hash": (said["hash"] or "0" * 64, said["root"])}


def brief(found):
    return " ".join(sorted({f"{name}:{line}" for name, _, line in found})[:3]) or "–"


with open("Tests/Fixtures/illegal/README.md", encoding="utf-8") as file:
    line_told = {name: int(line) for name, line in re.findall(r"(?m)^\| `([a-z0-9-]+)` \| line ([0-9]+):", file.read())}

different = 0
for number in range(asked):
    with open(os.path.join(folder, str(number), "ledger"), encoding="utf-8") as file:
        ledger = file.read().strip()
    tool, other = answer(number, "audit"), answer(number, "verify")
    faults = []
    if tool["ok"] != other["ok"]:
        faults.append(f"ok: {tool['ok']} and {other['ok']}")
    if tool["found"] != other["found"]:
        faults.append(f"audit alone {brief(tool['found'] - other['found'])}, verify.py alone "
                      f"{brief(other['found'] - tool['found'])}")
    if not tool["found"] and tool["hash"] != other["hash"]:
        faults.append("the last hash, or the root")
    if not (tool["honest"] and other["honest"]):
        faults.append("the exit code is not that of the answer")
    if "/illegal/" in ledger:
        due = line_told.get(os.path.basename(ledger))
        if other["found"] or tool["illegal"][:1] != [due]:
            faults.append(f"to be illegal from line {due} on and nothing else, found {tool['illegal'] or 'legal'}")
    elif tool["illegal"] and not tool["found"]:
        faults.append(f"illegal in line {tool['illegal'][0]}, where nothing is said of that")
    different += bool(faults)
    name = "this repository" if ledger == "." else ledger.removeprefix("Tests/Fixtures/")
    said = f"event-illegal × {len(tool['illegal'])}" if not tool["found"] and tool["illegal"] else brief(tool["found"])
    print(f"{'DIFFERENT' if faults else 'agree':<9} {name:<38} {'ok' if tool['ok'] else 'not ok':<6} {said}")
    for fault in faults:
        print(f"          {fault}")
print(f"{asked} ledgers, {different} answered differently")
sys.exit(1 if different else 0)
PYTHON
