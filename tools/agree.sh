#!/usr/bin/env bash
# Holds the tool's audit and the independent verifier against each other, over every tampered fixture and
# over the committed ledger: the same verdict, and the same findings at the same file and line.
#   tools/agree.sh TOOL
set -euo pipefail
cd "$(dirname "$0")/.."
tool=${1:?usage: tools/agree.sh TOOL}

# `event-illegal` and the register are audit's alone: the page says that a verifier need not look.
verdict() {
  python3 -c '
import json, sys
answer = json.load(sys.stdin)
beside = ("event-illegal", "register-")
found = sorted({(f["file"], f["line"], f["id"]) for f in answer["findings"] if not f["id"].startswith(beside)})
print("ok" if answer["ok"] else "not ok", *("%s:%d:%s" % f for f in found))'
}

differ=0
for ledger in Tests/Fixtures/tampered/*/ .; do
  ours=$("$tool" audit --json --ledger "$ledger" | verdict) || true
  theirs=$(python3 tools/verify.py "$ledger" --json | verdict) || true
  if [ -n "$ours" ] && [ "$ours" = "$theirs" ]; then
    printf 'agree   %-45s %s\n' "$ledger" "$ours"
  else
    printf 'DIFFER  %s\n  audit:     %s\n  verify.py: %s\n' "$ledger" "$ours" "$theirs"
    differ=1
  fi
done
exit $differ
