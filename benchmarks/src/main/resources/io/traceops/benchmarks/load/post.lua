-- Sends the bodies of a file, one a line, in turn; each thread starts elsewhere. Prints what came of it on one line.
local requests = {}
local at = 0
local thread = 0

function setup(t)
  t:set("number", thread)
  thread = thread + 1
end

function init(args)
  for body in io.lines(args[1]) do
    requests[#requests + 1] = wrk.format("POST", nil, { ["Content-Type"] = "application/json" }, body)
  end
  at = number * 7919
end

function request()
  at = at + 1
  return requests[at % #requests + 1]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format("RESULT %d %d %d", summary.requests, summary.duration,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
  -- The distribution, by which the harness counts as it does with its own client.
  for i = 1, #latency do
    local value, count = latency(i)
    io.write(string.format(" %d:%d", value, count))
  end
  io.write("\n")
end
