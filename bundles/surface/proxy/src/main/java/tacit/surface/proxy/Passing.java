package tacit.surface.proxy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import tacit.api.http.HttpProblem;
import tacit.api.http.Reply;
import tacit.surface.proxy.route.Answered;
import tacit.surface.proxy.route.Route;
import tacit.surface.proxy.trace.Call.End;
import tacit.surface.proxy.trace.Capture;
import tacit.surface.proxy.wire.Wire;

/** Passes an answer on, chunk by chunk, as it is. Confined to the request's thread. */
final class Passing {

    /** A list of models is no longer than this. */
    private static final int MOST_OF_A_LIST = 16 << 20;

    private final Semaphore calls;
    private final Route route;

    /** @param calls gets the place of this request back */
    Passing(Semaphore calls, Route route) {
        this.calls = calls;
        this.route = route;
    }

    /** The whole answer at once: whoever may be refused in the end must not hold an upstream. */
    Reply whole(Wire wire) {
        Answered answer = route.answer();
        Map<String, String> headers = new HashMap<>(answer == null ? Map.of() : answer.headers());
        headers.put("x-tacit-route", route.header());
        if (answer == null) {
            calls.release();
            return Refusals.reply(
                    wire.kind(), route.late() ? 504 : 502, "No upstream answered: " + route.reason(), headers);
        }
        byte[] bytes = all(answer);
        calls.release();
        return new Reply(answer.status(), answer.contentType(), headers, out -> out.write(bytes));
    }

    private static byte[] all(Answered answer) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            for (byte[] chunk = answer.next(); chunk != null; chunk = answer.next()) {
                all.writeBytes(chunk);
                if (all.size() > MOST_OF_A_LIST) {
                    throw new HttpProblem(502, "The upstream's answer is too long");
                }
            }
            return all.toByteArray();
        } catch (IOException e) {
            throw new HttpProblem(502, "The upstream broke off: " + e.getMessage());
        } finally {
            answer.cancel();
        }
    }

    /** Each chunk as it comes; then the trace. */
    Reply.Body recorded(Story story, Records records) {
        return out -> {
            Answered answer = Objects.requireNonNull(route.answer());
            Capture capture = records.capture();
            End end = End.GONE;
            try {
                end = pass(answer, capture, out, story, records);
            } finally {
                records.over(story, answer.status(), answer.contentType(), capture, end);
                answer.cancel();
                calls.release();
            }
            if (end == End.CUT) {
                // So that the caller's connection breaks off, too, and nobody takes a part for the whole
                throw new IOException("The upstream broke off");
            }
        };
    }

    /** An exception is the caller's. */
    private static End pass(Answered answer, Capture capture, OutputStream out, Story story, Records records)
            throws IOException {
        while (true) {
            byte[] chunk;
            try {
                chunk = answer.next();
            } catch (IOException e) {
                return End.CUT;
            }
            if (chunk == null) {
                return End.WHOLE;
            }
            capture.add(chunk);
            out.write(chunk);
            out.flush();
            story.began(records.now());
        }
    }
}
