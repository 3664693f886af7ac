package tacit.runtime.harness.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tacit.api.channel.Channel;
import tacit.api.channel.ChannelMessage;
import tacit.api.channel.ChannelTraits;
import tacit.api.channel.OutgoingMessage;
import tacit.api.channel.RawDelivery;
import tacit.api.channel.Transmission;
import tacit.api.ingest.Sample;
import tacit.api.ingest.TraceFile;
import tacit.api.ingest.TraceSink;
import tacit.api.ingest.TraceSource;
import tacit.runtime.calls.JsonCalls;

/** Which answers a provider may give before it goes live. */
class ProbeTest {

    private static final String READ = "read(TraceFile,TraceSink)";
    private static final String FILE = "[{\"name\":\"f\",\"batch\":\"f\",\"text\":\"hidden\"},null]";
    private static final String BEGINNING =
            "[{\"name\":\"f\",\"batch\":\"f\",\"text\":\"hid\",\"complete\":false},null]";

    private final Probe probe =
            new Probe(new JsonCalls(), (time, seed, alone, call) -> call.call(), Duration.ofMinutes(1));

    /** Reads a file in some way. */
    @FunctionalInterface
    interface Reading {

        void read(TraceFile file, TraceSink sink) throws IOException;
    }

    /** A source that reads as it is told. */
    private record Source(Reading reading) implements TraceSource {

        @Override
        public String format() {
            return "test";
        }

        @Override
        public String description() {
            return "Reads as it is told";
        }

        @Override
        public double recognises(Sample sample) {
            return 0;
        }

        @Override
        public void read(TraceFile file, TraceSink sink) throws IOException {
            reading.read(file, sink);
        }
    }

    private String asked(Question question, Reading reading) throws StepFailure {
        return probe.twice(new Source(reading), TraceSource.class, List.of(question), thread -> {});
    }

    private static Question shipped(String inputs) {
        return new Question(READ, inputs, Instant.EPOCH, 0, false, false);
    }

    private static Question recorded(String inputs) {
        return new Question(READ, inputs, Instant.EPOCH, 0, true, false);
    }

    private static void wholeFile(TraceFile file, TraceSink sink) throws IOException {
        try (InputStream in = file.open()) {
            sink.refuse("file", "has " + in.readAllBytes().length + " bytes");
        }
    }

    @Test
    void passesAProviderThatAnswersTheSameTwice() throws StepFailure {
        assertThat(asked(shipped(FILE), ProbeTest::wholeFile)).isEqualTo("answered 1 questions");
    }

    @Test
    void passesAProviderThatThrowsWhatItsMethodDeclares() throws StepFailure {
        Reading reading = (file, sink) -> {
            sink.refuse("file", "is cut off");
            throw new EOFException();
        };

        assertThat(asked(shipped(FILE), reading)).isEqualTo("answered 1 questions");
    }

    /** A channel that reads nothing, for one reason or another. */
    private record Deaf(RuntimeException why) implements Channel {

        @Override
        public ChannelTraits traits() {
            throw why;
        }

        @Override
        public List<ChannelMessage> receive(RawDelivery delivery) {
            throw why;
        }

        @Override
        public List<Transmission> send(OutgoingMessage message) {
            throw why;
        }
    }

    private String heard(RuntimeException why) throws StepFailure {
        String delivery = "[{\"headers\":{},\"parts\":[],\"receivedAt\":\"1970-01-01T00:00:00Z\"}]";
        Question recorded = new Question("receive(RawDelivery)", delivery, Instant.EPOCH, 0, true, false);
        return probe.twice(new Deaf(why), Channel.class, List.of(recorded), thread -> {});
    }

    @Test
    void passesAChannelThatCannotReadWhatAnotherOneRecorded() throws StepFailure {
        assertThat(heard(new IllegalArgumentException("this is no mail"))).isEqualTo("answered 1 questions");
    }

    @Test
    void refusesAChannelThatBreaksOnWhatAnotherOneRecorded() {
        assertThatThrownBy(() -> heard(new UnsupportedOperationException("odd")))
                .isInstanceOf(StepFailure.class)
                .hasMessageContaining("was answered by java.lang.UnsupportedOperationException");
    }

    @Test
    void refusesAProviderThatThrowsAnythingElseAfterItToldItsSink() {
        Reading reading = (file, sink) -> {
            sink.refuse("file", "is cut off");
            throw new IllegalStateException("odd");
        };

        assertThatThrownBy(() -> asked(shipped(FILE), reading))
                .isInstanceOf(StepFailure.class)
                .hasMessageContaining("was answered by java.lang.IllegalStateException: odd");
    }

    @Test
    void refusesAProviderThatTellsItsSinkSomethingElseTheSecondTime() {
        AtomicInteger asked = new AtomicInteger();

        assertThatThrownBy(
                        () -> asked(shipped(FILE), (file, sink) -> sink.refuse("file", "" + asked.incrementAndGet())))
                .isInstanceOf(StepFailure.class)
                .hasMessageContaining("not deterministic");
    }

    @Test
    void passesOverARecordedQuestionThatDoesNotHoldWhatTheProviderAsksFor() throws StepFailure {
        assertThat(asked(recorded(BEGINNING), ProbeTest::wholeFile)).isEqualTo("there is nothing to ask");
    }

    @Test
    void refusesAShippedQuestionThatDoesNotHoldWhatTheProviderAsksFor() {
        assertThatThrownBy(() -> asked(shipped(BEGINNING), ProbeTest::wholeFile))
                .isInstanceOf(StepFailure.class)
                .hasMessageContaining("could not be asked");
    }

    @Test
    void saysNothingOfTheContentOfARecordedQuestion() {
        Reading reading = (file, sink) -> {
            throw new IllegalArgumentException("hidden words");
        };

        assertThatThrownBy(() -> asked(recorded(FILE), reading))
                .isInstanceOf(StepFailure.class)
                .hasMessageContaining("java.lang.IllegalArgumentException")
                .hasMessageNotContaining("hidden");
    }
}
