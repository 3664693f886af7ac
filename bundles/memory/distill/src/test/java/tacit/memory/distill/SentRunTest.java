package tacit.memory.distill;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.memory.distill.Recorder.NOON;
import static tacit.memory.distill.Recorder.SCOPE;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.ingest.TraceFile;
import tacit.api.ingest.TraceSink;
import tacit.api.memory.Distillation;
import tacit.api.memory.Distillation.Status;
import tacit.api.memory.JournalEntry;
import tacit.api.memory.UserMessage;
import tacit.api.store.Database;
import tacit.api.trace.TraceUpdate;
import tacit.evidence.otlp.OtlpJsonSource;
import tacit.runtime.testkit.EachDatabase;

/** What a run that was sent by OTLP says of itself decides what is learnt from it. */
@EachDatabase
class SentRunTest {

    private static final String RUN = "0af7651916cd43dd8448eb211c80319c";

    private final ObjectMapper mapper = new ObjectMapper();
    private Recorder recorder;

    @BeforeEach
    void open(Database database) {
        recorder = new Recorder(database);
    }

    @Test
    void teachesNothingWhereOthersReadAlong() throws IOException {
        send(Map.of("tacit.user", "nora", "tacit.audience", "group"));

        assertThat(recorder.hotPath(RUN).status()).isEqualTo(Status.SKIPPED);
    }

    @Test
    void teachesWhereItsUserWasAlone() throws IOException {
        send(Map.of("tacit.user", "nora", "tacit.audience", "private", "tacit.time_zone", "Europe/Berlin"));

        Distillation distillation = recorder.hotPath(RUN);

        assertThat(distillation.status()).isEqualTo(Status.DONE);
        assertThat(distillation.effects().messages())
                .extracting(UserMessage::zone)
                .containsExactly("Europe/Berlin");
    }

    @Test
    void leavesNoWordsOfSomebodyUnknownInPrivateInTheJournal() throws IOException {
        send(Map.of("tacit.audience", "private"));

        assertThat(recorder.hotPath(RUN).effects().entries())
                .extracting(JournalEntry::text)
                .containsExactly("Done: run " + RUN + " (checked: success)");
    }

    @Test
    void takesATimeZoneThatNobodyKnowsForNone() throws IOException {
        send(Map.of("tacit.user", "nora", "tacit.time_zone", "Pacific Standard Time"));

        assertThat(recorder.hotPath(RUN).effects().messages())
                .singleElement()
                .satisfies(message -> assertThat(message.zone()).isNull());
    }

    @Test
    void reachesAsFarAsTheTargetAndTheOrganisationThatItNames() throws IOException {
        send(Map.of("tacit.org", "acme", "tacit.target", "site-1"));

        Run run = new RunReader(new Switches(true, true, false))
                .read(recorder.traces.find(SCOPE, RUN).orElseThrow(), recorder.traces.outcomes(SCOPE, RUN), NOON);

        assertThat(run.scope()).hasToString("MemoryScope[reach=TARGET, id=site-1]");
        assertThat(run.levels()).extracting(Object::toString).contains("MemoryScope[reach=ORG, id=acme]");
    }

    @Test
    void countsTheEntriesOfThePlaybookThatItNames() throws IOException {
        send(Map.of("tacit.user", "nora", "tacit.playbook.used", List.of("p1", "p2")));

        assertThat(recorder.hotPath(RUN).effects().uses()).singleElement().satisfies(use -> assertThat(use.entryIds())
                .containsExactly("p1", "p2"));
    }

    private void send(Map<String, Object> said) throws IOException {
        ObjectNode request = mapper.createObjectNode();
        ObjectNode span = request.putArray("resourceSpans")
                .addObject()
                .putArray("scopeSpans")
                .addObject()
                .putArray("spans")
                .addObject();
        span.put("traceId", RUN).put("spanId", "00f067aa0ba902b7").put("name", "run");
        span.put("startTimeUnixNano", NOON.getEpochSecond() + "000000000");
        span.put("endTimeUnixNano", NOON.plusSeconds(9).getEpochSecond() + "000000000");
        ArrayNode attributes = span.putArray("attributes");
        attribute(attributes, "gen_ai.operation.name", "invoke_agent");
        attribute(
                attributes,
                "gen_ai.input.messages",
                "[" + Recorder.message("user", "Remind me to call Ann tomorrow. Never deploy on a Friday.") + "]");
        said.forEach((key, value) -> attribute(attributes, key, value));
        ArrayNode graded = span.putArray("events")
                .addObject()
                .put("name", "gen_ai.evaluation.result")
                .putArray("attributes");
        attribute(graded, "gen_ai.evaluation.name", "tests");
        attribute(graded, "gen_ai.evaluation.score.label", "pass");
        new OtlpJsonSource().read(new Sent(request.toString()), new Recording(recorder));
    }

    private static void attribute(ArrayNode attributes, String key, Object value) {
        ObjectNode written = attributes.addObject().put("key", key).putObject("value");
        if (value instanceof List<?> list) {
            ArrayNode values = written.putObject("arrayValue").putArray("values");
            list.forEach(one -> values.addObject().put("stringValue", String.valueOf(one)));
        } else {
            written.put("stringValue", String.valueOf(value));
        }
    }

    private record Sent(String text) implements TraceFile {

        @Override
        public String name() {
            return "sent.json";
        }

        @Override
        public String batch() {
            return "sent";
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private record Recording(Recorder recorder) implements TraceSink {

        @Override
        public void accept(TraceUpdate update, String position) {
            recorder.traces.append(SCOPE, List.of(update));
        }

        @Override
        public void refuse(String position, String reason) {
            throw new AssertionError(position + ": " + reason);
        }
    }
}
