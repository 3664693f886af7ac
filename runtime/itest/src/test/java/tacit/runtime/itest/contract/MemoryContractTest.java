package tacit.runtime.itest.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tacit.api.harness.Calls;
import tacit.api.harness.Decision;
import tacit.api.harness.Situation;
import tacit.api.memory.ContextFragment;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.MemorySource;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.memory.WorkspaceFiles;
import tacit.runtime.calls.JsonCalls;

/**
 * The contract of every role of the memory: a call can be asked again from its record, and its providers keep nothing.
 *
 * <p>Real stores stand behind the recorder of the host. Another instance of the provider is asked again, which sees nothing but
 * the record.
 */
class MemoryContractTest {

    private final JsonCalls calls = new JsonCalls();
    private final Scenes scenes = new Scenes();

    @TempDir
    Path folder;

    static Stream<Provider> providers() throws IOException {
        return Provider.ofTheMemory().stream();
    }

    @Test
    void findsTheRolesAndKnowsWhatToAskOfEach() throws IOException {
        assertThat(providers())
                .extracting(Provider::role)
                .contains(
                        "archive-memory",
                        "curated-memory",
                        "knowledge-graph",
                        "memory-layers",
                        "memory-source/curated");
        assertThat(providers()).allSatisfy(provider -> assertThat(scenes.has(provider.type()))
                .as(provider.role())
                .isTrue());
    }

    @ParameterizedTest
    @MethodSource("providers")
    void answersAgainFromTheRecordAndTouchesNoStore(Provider provider) throws Exception {
        try (RealStores stores = new RealStores(folder)) {
            rememberSomething(stores);
            List<Decision> decisions = stores.kept(recorded(provider, stores));
            String before = stores.snapshot();

            for (Decision decision : decisions) {
                Situation asked = decision.situation();
                FromRecord record = new FromRecord(asked);
                Object another = provider.made(record::view);
                String again = calls.ask(another, provider.type(), asked.method(), asked.inputs());

                assertThat(record.notHeld()).as(asked.method()).isEmpty();
                assertThat(again).as(asked.method()).isEqualTo(decision.output());
                assertThat(record.notAsked()).as(asked.method()).isEmpty();
            }
            assertThat(stores.snapshot()).isEqualTo(before);
        }
    }

    @Test
    void findsAProviderThatKeepsWhatItWasAsked() throws Exception {
        try (RealStores stores = new RealStores(folder);
                Recordings recordings = new Recordings("memory-source/counting", stores.clock())) {
            MemorySource facade = (MemorySource) recordings.facade(MemorySource.class, new Counting());
            RecallScenes.source(facade, "probe");

            Situation second = recordings.decisions().get(1).situation();
            String again = calls.ask(new Counting(), MemorySource.class, second.method(), second.inputs());

            assertThat(again).isNotEqualTo(recordings.decisions().get(1).output());
        }
    }

    @Test
    void findsAQuestionThatTheRecordDoesNotHold() {
        Situation nothing =
                new Situation("memory-source", "fragments(ContextRequest)", "[]", Instant.EPOCH, 7, List.of());
        FromRecord record = new FromRecord(nothing);
        WorkspaceFiles files = (WorkspaceFiles) record.view(WorkspaceFiles.class);

        assertThatIllegalStateException().isThrownBy(() -> files.folder("probe"));
        assertThat(record.notHeld()).containsExactly("folder(String) [\"probe\"]");
    }

    @Test
    void findsAChangeOfAnyStore() throws Exception {
        try (RealStores stores = new RealStores(folder)) {
            String before = stores.snapshot();
            assertThat(stores.snapshot()).isEqualTo(before);

            WorkspaceFiles files = (WorkspaceFiles) stores.service(WorkspaceFiles.class);
            assertThat(files.replace("probe", "new.md", null, "new")).isTrue();
            String withFile = stores.snapshot();
            rememberSomething(stores);

            assertThat(withFile).isNotEqualTo(before).contains("new.md");
            assertThat(stores.snapshot()).contains("Prefers trains to planes").isNotEqualTo(withFile);
        }
    }

    /** Answers something else each time. */
    private static final class Counting implements MemorySource {

        private int asked;

        @Override
        public String name() {
            return "counting";
        }

        @Override
        public List<ContextFragment> fragments(ContextRequest request) {
            asked++;
            return List.of(new ContextFragment(
                    "k",
                    name(),
                    "notes",
                    "Asked " + asked,
                    TrustLane.FOREIGN,
                    Visibility.SHARED,
                    0.5,
                    0.5,
                    request.now(),
                    List.of()));
        }
    }

    /** Asks the probes of the role where something is remembered, and plays its scene there and where nothing is. */
    private List<Decision> recorded(Provider provider, RealStores stores) throws IOException {
        try (Recordings recordings = new Recordings(provider.role(), stores.clock())) {
            Object made = provider.made(type -> recordings.view(type, stores.service(type)));
            Object facade = recordings.facade(provider.type(), made);
            int probes = 0;
            for (JsonNode probe : probes(provider.family())) {
                String method = probe.get("method").asText();
                String output = calls.ask(
                        facade, provider.type(), method, probe.get("inputs").toString());
                assertThat(output).as(method).doesNotStartWith("{\"thrown\":");
                probes++;
            }
            scenes.play(provider.type(), facade, "probe");
            scenes.play(provider.type(), facade, "home");
            assertThat(recordings.decisions()).hasSizeGreaterThan(probes);
            return List.copyOf(recordings.decisions());
        }
    }

    private void rememberSomething(RealStores stores) throws IOException {
        for (Provider provider : Provider.ofTheMemory()) {
            scenes.play(provider.type(), provider.made(stores::service), "probe");
        }
    }

    private static JsonNode probes(String family) throws IOException {
        try (InputStream in = Calls.class.getResourceAsStream("/tacit/probes/" + family + ".json")) {
            assertThat(in).as("tacit/probes/%s.json", family).isNotNull();
            return new ObjectMapper().readTree(in);
        }
    }
}
