package tacit.memory.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.memory.learning.Host.SCOPE;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.memory.Audience;
import tacit.api.memory.LearningReceipt;
import tacit.api.memory.PlaybookEntry;
import tacit.api.memory.PlaybookMatch;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.api.trace.Attribute;
import tacit.runtime.testkit.EachDatabase;

/** What a run of one user taught is for that user. */
@EachDatabase
class OwnEpisodesTest {

    @TempDir
    Path folder;

    private Host host;

    @BeforeEach
    void open(Database opened) throws IOException {
        host = new Host(opened, folder.toRealPath(), "off");
    }

    @Test
    void keepsAnEpisodeForTheUserOfItsRunAlone() {
        host.good("t1", "Summarise the sales.");
        LearningReceipt receipt = host.learning().learn(SCOPE, "t1");

        assertThat(receipt.failures()).isEmpty();
        assertThat(told("nora"))
                .extracting(PlaybookEntry::id)
                .containsExactly(host.entry("Summarise the sales.").id());
        assertThat(told("bob")).isEmpty();
        assertThat(host.playbook.guidance(
                        new Scope("default", "bob"), Audience.ofUser("bob"), "Summarise the sales.", 3))
                .isEmpty();
    }

    @Test
    void sharesAnEpisodeOfARunThatHasNoUser() {
        host.run("t1", trace -> trace.userId(null).taskKey("Summarise the sales."));
        LearningReceipt receipt = host.learning().learn(SCOPE, "t1");

        assertThat(receipt.failures()).isEmpty();
        assertThat(told("bob")).hasSize(1);
    }

    @Test
    void countsNoUseOfAnEpisodeOfSomebodyElse() {
        host.good("t1", "Summarise the sales.");
        host.learning().learn(SCOPE, "t1");
        String used = host.entry("Summarise the sales.").id();
        host.run("t2", trace -> trace.userId("bob").attribute(Attribute.PLAYBOOK_USED, used), "Draw a chart of costs.");

        host.learning().learn(SCOPE, "t2");

        assertThat(host.entry("Summarise the sales.").record().successes()).isEqualTo(1);
    }

    private List<PlaybookEntry> told(String user) {
        return host
                .playbook
                .relevant(new Scope("default", user), Audience.ofUser(user), "Summarise the sales.", 3)
                .stream()
                .map(PlaybookMatch::entry)
                .toList();
    }
}
