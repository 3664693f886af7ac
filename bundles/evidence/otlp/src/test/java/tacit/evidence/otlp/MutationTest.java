package tacit.evidence.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.ingest.TraceFile;
import tacit.api.ingest.TraceSource;

/** Changes good input at random: whatever comes out is taken or refused with a reason, and nothing else happens. */
class MutationTest {

    private static final int TRIES = 1_000;

    private static final String JSON_SPANS = Exports.jsonRequest("{\"traceId\":\"" + Exports.TRACE
            + "\",\"spanId\":\"00f067aa0ba902b8\",\"parentSpanId\":\"00f067aa0ba902b7\",\"startTimeUnixNano\":\"7\","
            + "\"status\":{\"code\":2,\"message\":\"m\"},\"events\":[{\"name\":\"exception\",\"attributes\":[]}],"
            + "\"attributes\":[{\"key\":\"gen_ai.input.messages\",\"value\":{\"stringValue\":\"[{}]\"}},"
            + "{\"key\":\"llm.input_messages.0.message.role\",\"value\":{\"intValue\":\"4\"}}]}");

    private static final String JSON_LOGS =
            Exports.jsonLogs("{\"timeUnixNano\":\"5\",\"eventName\":\"codex.sse_event\","
                    + "\"attributes\":[{\"key\":\"conversation.id\",\"value\":{\"stringValue\":\"c\"}},"
                    + "{\"key\":\"event.kind\",\"value\":{\"stringValue\":\"response.completed\"}}]}");

    private static final String DUMP = "{\"trace_id\":\"t\",\"spans\":[{\"span_id\":\"a\",\"duration\":\"PT1S\","
            + "\"timestamp\":\"2026-01-01T00:00:00Z\",\"span_attributes\":{\"openinference.span.kind\":\"LLM\","
            + "\"llm.output_messages.0.message.content\":\"x\",\"annotations.0.annotation.score\":1},"
            + "\"child_spans\":[{\"span_id\":\"b\",\"status_code\":\"Ok\"}]}]}\n";

    @Property(tries = TRIES, seed = "20260101")
    void takesOrRefusesAnyProtobuf(@ForAll long seed) {
        byte[] good = Exports.request(
                        Exports.span(Exports.GOOD).addAttributes(Exports.attribute("gen_ai.prompt", "[{\"role\":1}]")),
                        Exports.span(Exports.OTHER).setParentSpanId(Exports.id(Exports.GOOD)))
                .toByteArray();
        RandomGenerator random = new Random(seed);

        assertAnswers(Exports.traces(new ListIngest()), SentCall.protobuf(mutated(good, random)));
        assertAnswers(Exports.logs(new ListIngest()), SentCall.protobuf(mutated(good, random)));
    }

    @Property(tries = TRIES, seed = "20260101")
    void takesOrRefusesAnyJson(@ForAll long seed) {
        RandomGenerator random = new Random(seed);

        assertAnswers(Exports.traces(new ListIngest()), new SentCall("application/json", mutated(JSON_SPANS, random)));
        assertAnswers(Exports.logs(new ListIngest()), new SentCall("application/json", mutated(JSON_LOGS, random)));
    }

    @Property(tries = TRIES, seed = "20260101")
    void readsTheRestOfAnyDump(@ForAll long seed) throws IOException {
        assertReads(new OpenInferenceSource(), DUMP, new Random(seed));
    }

    @Property(tries = TRIES, seed = "20260101")
    void readsTheRestOfAnyOtlpFile(@ForAll long seed) throws IOException {
        assertReads(new OtlpJsonSource(), JSON_SPANS + "\n", new Random(seed));
    }

    private static void assertAnswers(HttpResource resource, SentCall call) {
        try {
            assertThat(resource.handle(call).status()).isEqualTo(200);
        } catch (HttpProblem refused) {
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused).hasMessageStartingWith("Cannot read the request at ");
        }
    }

    /** The first line is changed within itself, so the one behind it must come through. */
    private static void assertReads(TraceSource source, String line, RandomGenerator random) throws IOException {
        byte[] first = mutated(line.strip(), random);
        String content = new String(first, StandardCharsets.ISO_8859_1)
                .replace('\n', ' ')
                .replace('\r', ' ');
        ListSink sink = new ListSink();

        source.read(new ByteFile("x " + content + " x\n" + line), sink);

        assertThat(sink.refused).isNotEmpty();
        assertThat(sink.updates).isNotEmpty();
    }

    private static byte[] mutated(String good, RandomGenerator random) {
        return mutated(good.getBytes(StandardCharsets.UTF_8), random);
    }

    private static byte[] mutated(byte[] good, RandomGenerator random) {
        byte[] bytes = good.clone();
        int changes = random.nextInt(1, 6);
        for (int i = 0; i < changes; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        int length = random.nextInt(10) == 0 ? random.nextInt(bytes.length) : bytes.length;
        return Arrays.copyOf(bytes, length);
    }

    private record ByteFile(String content) implements TraceFile {

        @Override
        public String name() {
            return "mutated.json";
        }

        @Override
        public String batch() {
            return "mutated";
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(content.getBytes(StandardCharsets.ISO_8859_1));
        }
    }
}
