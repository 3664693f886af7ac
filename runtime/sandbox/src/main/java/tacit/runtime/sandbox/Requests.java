package tacit.runtime.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import tacit.api.harness.InnerCall;
import tacit.api.harness.Situation;
import tacit.api.sandbox.SandboxRun;

/** Writes requests as the agent in the child process reads them. */
final class Requests {

    private static final byte LOAD = 2;
    private static final byte ASK = 3;

    private Requests() {}

    static byte[] load(byte[] jar, SandboxRun run, int longestAnswer) {
        return written(out -> {
            out.writeByte(LOAD);
            bytes(out, jar);
            out.writeInt(run.configurations().size());
            for (Map.Entry<String, SortedMap<String, String>> entry :
                    run.configurations().entrySet()) {
                text(out, entry.getKey());
                settings(out, entry.getValue());
            }
            texts(
                    out,
                    run.cases().stream()
                            .map(asked -> asked.situation().role())
                            .distinct()
                            .toList());
            texts(out, targets(run));
            out.writeInt(longestAnswer);
        });
    }

    private static List<String> targets(SandboxRun run) {
        return run.cases().stream()
                .flatMap(asked -> asked.situation().inner().stream())
                .map(InnerCall::target)
                .distinct()
                .toList();
    }

    static byte[] ask(Situation situation) {
        return written(out -> {
            out.writeByte(ASK);
            text(out, situation.role());
            text(out, situation.method());
            text(out, situation.inputs());
            Instant clock = situation.clock();
            out.writeLong(clock.getEpochSecond());
            out.writeInt(clock.getNano());
            out.writeLong(situation.seed());
            out.writeInt(situation.inner().size());
            for (InnerCall call : situation.inner()) {
                text(out, call.target());
                text(out, call.method());
                text(out, call.inputs());
                text(out, call.output());
            }
        });
    }

    private static void settings(DataOutputStream out, SortedMap<String, String> settings) throws IOException {
        out.writeInt(settings.size());
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            text(out, setting.getKey());
            text(out, setting.getValue());
        }
    }

    private static void texts(DataOutputStream out, Collection<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            text(out, text);
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        bytes(out, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] written(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            content.writeTo(new DataOutputStream(bytes));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** What is written. */
    private interface Content {

        void writeTo(DataOutputStream out) throws IOException;
    }
}
