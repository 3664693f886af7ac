package tacit.memory.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.memory.learning.Host.SCOPE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.memory.Audience;
import tacit.api.memory.LearningReceipt;
import tacit.api.memory.TopicIndex;
import tacit.api.memory.TopicPack;
import tacit.api.memory.TopicPacks;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class TopicsTest {

    private static final String RULE = "Remember that the copper release is built on Mondays.";

    @TempDir
    Path folder;

    private Host host;

    @BeforeEach
    void open(Database opened) throws IOException {
        host = new Host(opened, folder.toRealPath(), "off");
    }

    private List<TopicPack> topics(String query) {
        return host.topics.load("default", Audience.ofUser("nora"), query, 4);
    }

    /** Two runs of nobody, which together show the workspace how something is done. */
    private void knowHow(StoredLearning learning) {
        for (String id : List.of("t1", "t2")) {
            host.run(id, trace -> trace.userId(null), "Build the copper release.");
            learning.learn(SCOPE, id);
        }
        learning.learnOffline(SCOPE);
        assertThat(host.texts("archive")).anyMatch(text -> text.startsWith("Build the copper release"));
    }

    private StoredLearning withoutTopics() {
        return host.learning(Map.of("topics", false), Map.of());
    }

    @Test
    void bringsTopicsUpToDateInARound() {
        knowHow(withoutTopics());
        assertThat(topics("copper release")).isEmpty();

        LearningReceipt round = host.learning().learnOffline(SCOPE);

        assertThat(round.done()).containsOnlyKeys("topics");
        assertThat(topics("copper release")).singleElement().satisfies(pack -> assertThat(pack.text())
                .contains("worked with search"));
        assertThat(host.learning().learnOffline(SCOPE).done()).isEmpty();
    }

    @Test
    void collectsWhatARunWasAboutOnceItHasGivenSomething() {
        knowHow(withoutTopics());
        host.good("t3", "Check the copper release.");

        LearningReceipt receipt = host.learning().learn(SCOPE, "t3");

        assertThat(receipt.done()).containsKeys("journal", "topics");
        assertThat(topics("copper release")).hasSize(1);
        assertThat(host.learning().learn(SCOPE, "t3").done()).isEmpty();
    }

    @Test
    void keepsTheWordsOfAUserOutOfTheFilesOfAll() throws IOException {
        host.good("t1", RULE);

        host.learning().learn(SCOPE, "t1");
        host.learning().learnOffline(SCOPE);

        assertThat(host.texts("archive")).contains(RULE);
        assertThat(topics("copper release")).isEmpty();
        assertThat(Files.readString(folder.resolve(".cowork/memory/MEMORY.md"))).doesNotContain("copper");
    }

    @Test
    void reportsTopicsThatFailAndGoesOn() {
        host.good("t1", RULE);
        StoredLearning learning = host.learning();
        learning.topics = new BrokenTopics();

        LearningReceipt receipt = learning.learn(SCOPE, "t1");

        assertThat(receipt.failures()).containsExactly("topics: IllegalStateException");
        assertThat(receipt.done()).containsKey("memories");
    }

    /** Cannot write its files. */
    private static final class BrokenTopics implements TopicPacks {

        @Override
        public TopicIndex refresh(String workspaceId, String query, int most, Instant now) {
            throw new IllegalStateException("broken");
        }

        @Override
        public List<TopicPack> load(String workspaceId, Audience audience, String query, int most) {
            throw new IllegalStateException("broken");
        }
    }
}
