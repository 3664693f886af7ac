package tacit.runtime.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.harness.Recording;
import tacit.api.ingest.Sample;
import tacit.api.ingest.TraceFile;
import tacit.api.ingest.TraceSink;
import tacit.api.ingest.TraceSource;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceUpdate;

/** What goes through files and sinks during a call is kept with it. */
class CallbacksTest {

    private static final Method READ = Signature.find(TraceSource.class, "read(TraceFile,TraceSink)");

    private final JsonCalls calls = new JsonCalls();

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

    /** Inputs and output of one recorded call. */
    private record Kept(String inputs, String output) {}

    private Kept recorded(TraceFile file, TraceSink sink, Reading reading) {
        Recording recording = calls.record(READ, new Object[] {file, sink});
        Object[] arguments = recording.arguments();
        try {
            reading.read((TraceFile) arguments[0], (TraceSink) arguments[1]);
            return new Kept(recording.inputs(), recording.output(null));
        } catch (IOException e) {
            return new Kept(recording.inputs(), recording.thrown(e));
        }
    }

    private String again(String inputs, Reading reading) {
        return calls.ask(new Source(reading), TraceSource.class, calls.name(READ), inputs);
    }

    private static void everything(TraceFile file, TraceSink sink) throws IOException {
        try (InputStream in = file.open()) {
            String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            sink.refuse("line 1", "read " + file.name() + " of " + file.batch() + " with " + text.hashCode());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain\nlines",
                "{\"a\":\"\\u0007\"}",
                "gr\u00c3\u00bc\u00c3\u009fe",
                "\u00ff\u00fe not UTF-8"
            })
    void aFileIsReadAgainAsItWas(String content) {
        Kept kept = recorded(GivenFile.of(content), new HeardSink(), CallbacksTest::everything);

        assertThat(again(kept.inputs(), CallbacksTest::everything)).isEqualTo(kept.output());
        assertThat(kept.inputs()).doesNotContain("complete");
    }

    @Test
    void whatASinkIsToldGoesOnToTheCallerAndIntoTheOutput() {
        TraceUpdate update = TraceUpdate.of(Trace.builder("t1").agent("clerk").build(), List.of());
        HeardSink caller = new HeardSink();
        Reading reading = (file, sink) -> {
            sink.accept(update, "line 1");
            sink.refuse("line 2", "is no trace");
        };

        Kept kept = recorded(GivenFile.of(""), caller, reading);

        assertThat(caller.heard()).containsExactly(update + " at line 1", "refused line 2: is no trace");
        assertThat(kept.output())
                .startsWith("{\"answer\":null,\"told\":[{\"accept\":{\"trace\":{\"id\":\"t1\"")
                .endsWith(",{\"refuse\":\"is no trace\",\"position\":\"line 2\"}]}");
        assertThat(again(kept.inputs(), reading)).isEqualTo(kept.output());
    }

    @Test
    void aFileThatIsOpenedSeveralTimesIsKeptOnce() {
        Reading reading = (file, sink) -> {
            try (InputStream head = file.open()) {
                sink.refuse("head", new String(head.readNBytes(3), StandardCharsets.UTF_8));
            }
            try (InputStream skipping = file.open()) {
                skipping.skipNBytes(6);
                sink.refuse("seventh", String.valueOf(skipping.read()));
            }
            everything(file, sink);
        };

        Kept kept = recorded(GivenFile.of("one two three"), new HeardSink(), reading);

        assertThat(kept.inputs()).contains("\"text\":\"one two three\"").doesNotContain("complete");
        assertThat(again(kept.inputs(), reading)).isEqualTo(kept.output());
    }

    @Test
    void onlyWhatWasReadIsKeptAndAskingForMoreIsSaid() {
        Reading head = (file, sink) -> {
            try (InputStream in = file.open()) {
                sink.refuse("head", new String(in.readNBytes(3), StandardCharsets.UTF_8));
            }
        };

        Kept kept = recorded(GivenFile.of("one two three"), new HeardSink(), head);

        assertThat(kept.inputs()).contains("\"text\":\"one\",\"complete\":false");
        assertThat(again(kept.inputs(), head)).isEqualTo(kept.output());
        assertThatThrownBy(() -> again(kept.inputs(), CallbacksTest::everything))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "Cannot ask read(TraceFile,TraceSink) again: more of a file was read than its record holds");
    }

    @Test
    void aProviderThatSwallowsTheMissingRestIsFoundOutAllTheSame() {
        Kept kept = recorded(GivenFile.of("one two three"), new HeardSink(), (file, sink) -> file.open()
                .read());

        assertThatThrownBy(() -> again(kept.inputs(), (file, sink) -> {
                    try {
                        everything(file, sink);
                    } catch (IOException swallowed) {
                        sink.refuse("file", "cannot be read");
                    }
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aFileBeyondTheBoundIsKeptUpToItAndSaysSo() {
        String large = "x".repeat(FileRecorder.BOUND + 1);

        Kept kept = recorded(GivenFile.of(large), new HeardSink(), CallbacksTest::everything);

        assertThat(kept.inputs()).hasSizeBetween(FileRecorder.BOUND, FileRecorder.BOUND + 200);
        assertThat(kept.inputs()).contains("\"complete\":false");
        assertThat(kept.output()).isEqualTo("{\"answer\":null,\"told\":[],\"complete\":false}");
        assertThatThrownBy(() -> again(kept.inputs(), CallbacksTest::everything))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aFileThatJustFitsIsWhole() {
        Kept kept = recorded(GivenFile.of("x".repeat(FileRecorder.BOUND)), new HeardSink(), CallbacksTest::everything);

        assertThat(kept.inputs()).doesNotContain("complete");
        assertThat(again(kept.inputs(), CallbacksTest::everything)).isEqualTo(kept.output());
    }

    @Test
    void contentInWhichNobodyCouldSeeASecretIsLeftOut() {
        Kept kept = recorded(GivenFile.of("p\0a\0s\0s\0"), new HeardSink(), CallbacksTest::everything);

        assertThat(kept.inputs()).contains("\"text\":\"\",\"complete\":false");
        assertThatThrownBy(() -> again(kept.inputs(), CallbacksTest::everything))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aFileThatBreaksBreaksAgainAtTheSamePlace() {
        for (IOException failure :
                List.of(new ZipException("bad block"), new EOFException(), new IOException("disk: gone"))) {
            Kept kept = recorded(new GivenFile("one two", failure), new HeardSink(), CallbacksTest::everything);

            assertThat(kept.output())
                    .startsWith("{\"thrown\":\"" + failure.getClass().getName());
            assertThat(again(kept.inputs(), CallbacksTest::everything)).isEqualTo(kept.output());
        }
    }

    @Test
    void aFileThatCannotBeOpenedCannotBeOpenedAgain() {
        Kept kept = recorded(new UnopenedFile(), new HeardSink(), CallbacksTest::everything);

        assertThat(kept.output()).isEqualTo("{\"thrown\":\"java.io.IOException: no such file\",\"told\":[]}");
        assertThat(again(kept.inputs(), CallbacksTest::everything)).isEqualTo(kept.output());
    }

    @Test
    void aSourceThatThrowsInTheMiddleKeepsWhatItHadTold() {
        Reading reading = (file, sink) -> {
            sink.refuse("line 1", "is no trace");
            throw new FileNotFoundException("line 2");
        };

        Kept kept = recorded(GivenFile.of(""), new HeardSink(), reading);

        assertThat(kept.output())
                .isEqualTo("{\"thrown\":\"java.io.FileNotFoundException: line 2\","
                        + "\"told\":[{\"refuse\":\"is no trace\",\"position\":\"line 1\"}]}");
        assertThat(again(kept.inputs(), reading)).isEqualTo(kept.output());
    }

    @Test
    void aSourceThatTellsWithoutEndIsKeptUpToABoundAndSaysSo() {
        HeardSink caller = new HeardSink();
        Reading reading = (file, sink) -> {
            for (int i = 0; i <= SinkRecorder.BOUND; i++) {
                sink.refuse("line " + i, "is no trace");
            }
        };

        Kept kept = recorded(GivenFile.of(""), caller, reading);

        assertThat(caller.heard()).hasSize(SinkRecorder.BOUND + 1);
        assertThat(kept.output()).contains("line " + (SinkRecorder.BOUND - 1) + "\"}],\"complete\":false}");
    }

    /** A file that is not there. */
    private static final class UnopenedFile implements TraceFile {

        @Override
        public String name() {
            return "gone";
        }

        @Override
        public String batch() {
            return "gone";
        }

        @Override
        public InputStream open() throws IOException {
            throw new IOException("no such file");
        }
    }
}
