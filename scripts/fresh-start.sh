#!/usr/bin/env bash
# Does what the README tells a newcomer, in a fresh clone whose folder has spaces and Chinese characters:
# `npm start`, the printed simulate command, an alarm through the API; then the same without a network.
set -eu
source=$1
folder=$(mktemp -d)
clone="$folder/电安 first start"
hub_pid=""
cleanup() {
  if [ -n "$hub_pid" ]; then kill "$hub_pid" 2>/dev/null || true; fi
  rm -rf "$folder"
}
trap cleanup EXIT

git clone -q "$source" "$clone"
cd "$clone"

wait_for() { # seconds, text, file
  for _ in $(seq 1 "$(($1 * 5))"); do
    if grep -q "$2" "$3" 2>/dev/null; then return 0; fi
    sleep 0.2
  done
  echo "did not see '$2' within $1 s; the last lines were:"
  tail -n 20 "$3"
  return 1
}

echo "first start"
npm start -- --http-port 18080 --gb26875-port 19000 >"$folder/start.log" 2>&1 &
hub_pid=$!
wait_for 300 "da_" "$folder/start.log"
key=$(grep -o 'da_[A-Za-z0-9_-]*' "$folder/start.log" | head -n 1)

echo "simulate, with the key that was printed"
npm run -s dianan -- simulate --devices 5 --scenario residualCurrentAlarm --duration 8 \
  --port 19000 --api http://127.0.0.1:18080 --key "$key" >"$folder/simulate.log" 2>&1 &
simulate_pid=$!
seen=""
for _ in $(seq 1 75); do
  if curl -fsS -H "Authorization: Bearer $key" "http://127.0.0.1:18080/api/v1/alarms" 2>/dev/null | grep -q residualCurrentOver; then
    seen=yes
    break
  fi
  sleep 0.2
done
wait "$simulate_pid" || { cat "$folder/simulate.log"; exit 1; }
[ -n "$seen" ] || { echo "no alarm within 15 s"; cat "$folder/simulate.log"; exit 1; }

echo "a second hub on the same port says which port and what to do"
if npm start -- --http-port 18080 --gb26875-port 19001 --data "$folder/second" >"$folder/taken.log" 2>&1; then
  echo "it started on a port that was taken"
  exit 1
fi
grep -q 18080 "$folder/taken.log"
grep -q -- --http-port "$folder/taken.log"

echo "stop"
kill -TERM "$hub_pid"
stopped=""
for _ in $(seq 1 60); do
  if ! kill -0 "$hub_pid" 2>/dev/null; then stopped=yes; break; fi
  sleep 0.2
done
[ -n "$stopped" ] || { echo "the hub did not stop within 12 s"; exit 1; }
hub_pid=""

if [ "$(id -u)" = 0 ] && unshare -n true 2>/dev/null; then
  echo "second start, without a network"
  unshare -n sh -c 'ip link set lo up 2>/dev/null || true; exec npm start -- --help' >"$folder/offline.log" 2>&1 || {
    tail -n 20 "$folder/offline.log"
    exit 1
  }
  grep -q -- --http-port "$folder/offline.log"
elif [ "${CI:-}" = true ]; then
  echo "CI must be able to take the network away (unshare -n as root)"
  exit 1
else
  echo "SKIPPED: the start without a network needs root"
fi
echo "fresh start works"
