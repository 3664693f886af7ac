package tacit.pulse.dreams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.ingest.TraceFile;
import tacit.api.ingest.TraceSink;
import tacit.api.reflect.DreamAction;
import tacit.api.reflect.DreamCandidate;
import tacit.api.reflect.DreamState;
import tacit.api.reflect.DreamingDesk.DreamingResult;
import tacit.api.store.Database;
import tacit.api.trace.TraceUpdate;
import tacit.evidence.otlp.OtlpJsonSource;
import tacit.runtime.testkit.EachDatabase;

/** A dream over the recording that comes with Tacit. */
class SampleTest {

    private static final Path SAMPLE = Path.of("../../../examples/records-agent/sample/records-agent.jsonl");

    @TempDir
    Path folder;

    private static void load(Host host) throws IOException {
        new OtlpJsonSource()
                .read(
                        new TraceFile() {

                            @Override
                            public String name() {
                                return "records-agent.jsonl";
                            }

                            @Override
                            public String batch() {
                                return "sample";
                            }

                            @Override
                            public InputStream open() throws IOException {
                                return Files.newInputStream(SAMPLE);
                            }
                        },
                        new TraceSink() {

                            @Override
                            public void accept(TraceUpdate update, String position) {
                                host.traces.append(Host.SCOPE, List.of(update));
                            }

                            @Override
                            public void refuse(String position, String reason) {
                                throw new AssertionError(position + ": " + reason);
                            }
                        });
    }

    @EachDatabase
    void quotesTheFactsThatTheAgentPutRight(Database database) throws IOException {
        Host host = new Host(database, folder);
        load(host);

        DreamingResult result = host.dream();

        assertThat(result.status()).isEqualTo("completed");
        assertThat(host.candidates()).isNotEmpty().allSatisfy(one -> {
            assertThat(one.draft().action()).isEqualTo(DreamAction.CORRECTION);
            assertThat(one.draft().currentValue()).startsWith("sql: ");
            assertThat(one.draft().proposedValue()).contains(" is wrong and ", " is right: ");
            assertThat(one.draft().rationale()).contains("The call failed (span:");
            assertThat(one.evidence()).hasSizeGreaterThanOrEqualTo(2);
        });
        assertThat(host.candidates())
                .anyMatch(one ->
                        one.draft().proposedValue().startsWith("For sql, patients is wrong and patient is right"));
        assertThat(host.dream().candidates()).isZero();
    }

    @EachDatabase
    void eachDecisionChangesWhatItSaysAndNothingComesBack(Database database) throws IOException {
        Host host = new Host(database, folder);
        load(host);
        host.dream();
        List<DreamCandidate> all = host.candidates();

        DreamCandidate kept = host.accept(all.get(0));
        host.review.reject(Host.SCOPE, all.get(1).id(), "olga", "We know");

        assertThat(kept.state()).isEqualTo(DreamState.APPLIED);
        assertThat(host.store
                        .find(Host.SCOPE, String.valueOf(kept.appliedId()))
                        .orElseThrow()
                        .text())
                .isEqualTo(kept.draft().proposedValue());
        assertThat(host.dream().candidates()).isZero();
        assertThat(host.candidates()).hasSameSizeAs(all);
    }
}
