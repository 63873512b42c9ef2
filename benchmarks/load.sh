#!/usr/bin/env bash
# Compares POST /events with an echo endpoint of the same server, in one run and interleaved, since machines are noisy.
# Needs wrk (Debian: apt-get install wrk; macOS: brew install wrk) and what ./traceops needs.
#
# usage: benchmarks/load.sh [rounds] [seconds a round] [connections]
set -euo pipefail
cd "$(dirname "$0")/.."

rounds=${1:-5}
seconds=${2:-5}
connections=${3:-32}
port=18080

command -v wrk > /dev/null || {
  echo "wrk is missing. Install it: apt-get install wrk, or brew install wrk" >&2
  exit 1
}
java=$(./traceops jdk)/bin/java

mvn -q -B -Pbenchmarks -pl benchmarks -am package -DskipTests

work=$(mktemp -d)
trap 'kill "${server:-}" 2> /dev/null || true; rm -rf "$work"' EXIT

# The class path of the benchmarks is that of the program and the echo endpoint.
"$java" -XX:+UseCompactObjectHeaders --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
  -cp 'benchmarks/target/benchmarks.jar:benchmarks/target/lib/*' io.traceops.bootstrap.TraceOps \
  serve --http-port "$port" --grpc-port 0 > "$work/server.log" 2>&1 &
server=$!
for _ in $(seq 100); do
  curl -sf "http://127.0.0.1:$port/health" > /dev/null && break
  kill -0 "$server" 2> /dev/null || { cat "$work/server.log" >&2; exit 1; }
  sleep 0.1
done

# One error of about 300 bytes with a stack, different at each request.
cat > "$work/post.lua" << 'LUA'
local n = 0
local thread = 0
function setup(t) t:set("id", thread); thread = thread + 1 end
function request()
  n = n + 1
  local body = string.format(
    '{"eventType":"ERROR","serviceName":"checkout-%d","message":"Payment %d failed: gateway answered after 1250 ms",' ..
    '"metadata":{"stack":"Error: boom\\n    at close%d (/app/dist/cart/service.js:88:17)\\n' ..
    '    at handle (/app/dist/cart/controller.js:41:9)","userId":"user-%d","route":"POST /pay"}}',
    n % 20, n + id * 1000000000, n % 100, n % 5000)
  return wrk.format("POST", nil, { ["Content-Type"] = "application/json" }, body)
end
LUA

measure() { # path
  wrk -t1 -c"$connections" -d"${seconds}s" --latency -s "$work/post.lua" "http://127.0.0.1:$port$1" > "$work/out"
  if grep -q 'Non-2xx' "$work/out"; then cat "$work/out" >&2; exit 1; fi
  awk '/Requests\/sec/ {rate=$2} $1=="99%" {p99=$2} END {print rate, p99}' "$work/out"
}

echo "warming up" >&2
measure /echo > /dev/null
measure /events > /dev/null

printf '%-6s %14s %10s %14s %10s %7s\n' round 'echo req/s' p99 'events req/s' p99 ratio
for round in $(seq "$rounds"); do
  read -r echo_rate echo_p99 <<< "$(measure /echo)"
  read -r events_rate events_p99 <<< "$(measure /events)"
  awk -v round="$round" -v e="$echo_rate" -v ep="$echo_p99" -v v="$events_rate" -v vp="$events_p99" \
    'BEGIN {printf "%-6s %14.0f %10s %14.0f %10s %7.2f\n", round, e, ep, v, vp, v / e}'
done
echo "server: $(awk '/VmRSS/ {printf "%.0f MB resident", $2 / 1024}' "/proc/$server/status" 2> /dev/null || true)"
curl -s "http://127.0.0.1:$port/health"
echo
