#!/bin/sh
# Tells the Tacit of this data directory what a coding agent does, and passes its answer on.
# Whatever goes wrong, it says nothing and ends well: the agent goes on as if there was no Tacit.
#   tacit-hook AGENT hooks <EVENT      tacit-hook AGENT notify EVENT
trap 'exit 0' HUP INT TERM PIPE
exec 2>/dev/null
agent=$1
kind=$2
case $agent/$kind in
  claude-code/hooks | codex/hooks | codex/notify) ;;
  *) exit 0 ;;
esac
case $0 in
  */*) data=${0%/*}/.. ;;
  *) exit 0 ;;
esac
[ -r "$data/host.json" ] && [ -r "$data/connect/$agent.curl" ] || exit 0
command -v curl >/dev/null || exit 0
IFS= read -r host <"$data/host.json" || [ -n "$host" ] || exit 0
port=${host#*\"apiPort\":}
port=${port%%[!0-9]*}
pid=${host#*\"pid\":}
pid=${pid%%[!0-9]*}
[ -n "$port" ] && [ -n "$pid" ] || exit 0
# After a crash another program may listen there: it must not get the token
kill -0 "$pid" || exit 0
post() {
  curl -q -K "$data/connect/$agent.curl" -s -f --noproxy '*' --connect-timeout 0.2 --max-time 0.5 \
    -H 'Content-Type: application/json' -H 'Expect:' --data-binary @- "http://127.0.0.1:$port/v1/agents/$agent/$kind"
}
if [ "$kind" = notify ]; then
  printf '%s' "$3" | post >/dev/null
  exit 0
fi
answer=$(post) || exit 0
case $answer in
  '{"hookSpecificOutput":{'*'}}') printf '%s\n' "$answer" ;;
esac
exit 0
