#!/usr/bin/env bash
# Does what the README tells a newcomer, in a fresh clone whose folder has spaces and Chinese characters:
# `npm start`, the printed simulate command, an alarm through the API; then the same without a network.
set -eu
source=$1
folder=$(mktemp -d)
clone="$folder/电安 first start"
hub_pid=""
cleanup() {
  if [ -n "$hub_pid" ]; then
    kill "$hub_pid" 2>/dev/null || true
    wait "$hub_pid" 2>/dev/null || true
  fi
  rm -rf "$folder"
}
trap cleanup EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

# Ports nobody listens on: a hub that runs on this machine must not decide what this check says.
free_ports() { # count
  node -e '
    const net = require("node:net");
    const open = Array.from({ length: Number(process.argv[1]) }, () => net.createServer().listen(0));
    for (const server of open) server.once("listening", () => {
      console.log(server.address().port);
      server.close();
    });
  ' "$1"
}
{ read -r http_port; read -r device_port; read -r other_port; } <<<"$(free_ports 3)"

git clone -q "$source" "$clone"
cd "$clone"

wait_for() { # seconds, text, file
  for _ in $(seq 1 "$(($1 * 5))"); do
    if grep -q "$2" "$3" 2>/dev/null; then return 0; fi
    if ! kill -0 "$hub_pid" 2>/dev/null; then break; fi
    sleep 0.2
  done
  echo "did not see '$2' within $1 s, or the hub ended first; the last lines were:"
  tail -n 20 "$3"
  return 1
}

echo "first start"
npm start -- --http-port "$http_port" --gb26875-port "$device_port" >"$folder/start.log" 2>&1 &
hub_pid=$!
wait_for 300 "da_" "$folder/start.log"
key=$(grep -o 'da_[A-Za-z0-9_-]*' "$folder/start.log" | head -n 1)

echo "simulate, with the key that was printed"
npm run -s dianan -- simulate --devices 5 --scenario residualCurrentAlarm --duration 8 \
  --port "$device_port" --api "http://127.0.0.1:$http_port" --key "$key" >"$folder/simulate.log" 2>&1 &
simulate_pid=$!
seen=""
for _ in $(seq 1 75); do
  if curl -fsS -H "Authorization: Bearer $key" "http://127.0.0.1:$http_port/api/v1/alarms" 2>/dev/null | grep -q residualCurrentOver; then
    seen=yes
    break
  fi
  sleep 0.2
done
wait "$simulate_pid" || { cat "$folder/simulate.log"; exit 1; }
[ -n "$seen" ] || { echo "no alarm within 15 s"; cat "$folder/simulate.log"; exit 1; }

echo "a second hub on the same port says which port and what to do"
if npm start -- --http-port "$http_port" --gb26875-port "$other_port" --data "$folder/second" >"$folder/taken.log" 2>&1; then
  echo "it started on a port that was taken"
  exit 1
fi
grep -q "$http_port" "$folder/taken.log"
grep -q -- --http-port "$folder/taken.log"

echo "stop"
kill -TERM "$hub_pid"
stopped=""
for _ in $(seq 1 60); do
  # npm may be gone before the hub is: what counts is that nobody answers any more.
  if ! kill -0 "$hub_pid" 2>/dev/null && ! curl -s -o /dev/null "http://127.0.0.1:$http_port/healthz"; then
    stopped=yes
    break
  fi
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
