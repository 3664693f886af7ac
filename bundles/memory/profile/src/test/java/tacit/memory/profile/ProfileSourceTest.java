package tacit.memory.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.memory.profile.Said.CLOCK;
import static tacit.memory.profile.Said.NOON;
import static tacit.memory.profile.Said.fact;
import static tacit.memory.profile.Said.message;

import java.util.List;
import tacit.api.memory.Audience;
import tacit.api.memory.ContextFragment;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.ProfileFact.Category;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

class ProfileSourceTest {

    @EachDatabase
    void offersFactsOfTheUserWhoAsks(Database database) {
        MemoryStore store = Said.store(database);
        new StoredProfile(store, CLOCK).learn(message("I like tea."));

        assertThat(fragments(store, Audience.ofUser("nora"))).singleElement().satisfies(fragment -> {
            assertThat(fragment.text()).isEqualTo("[Preference] Likes tea");
            assertThat(fragment.section()).isEqualTo("user");
            assertThat(fragment.relevance()).isEqualTo(0.72);
        });
        assertThat(fragments(store, Audience.ofUser("ben"))).isEmpty();
        assertThat(fragments(store, Audience.ofUser(null))).isEmpty();
        assertThat(fragments(store, new Audience(Audience.Kind.GROUP, "nora", "slack", null, false)))
                .isEmpty();
    }

    @EachDatabase
    void offersWaysToWorkWhenSomebodyReviewedThem(Database database) {
        MemoryStore store = Said.store(database);
        StoredProfile profile = new StoredProfile(store, CLOCK);

        profile.learn(message("Please push back when my plan is weak."));
        assertThat(fragments(store, Audience.ofUser("nora"))).isEmpty();

        profile.add(fact(Category.OPERATING, "Decide small things alone"));
        assertThat(fragments(store, Audience.ofUser("nora"))).singleElement().satisfies(fragment -> {
            assertThat(fragment.section()).isEqualTo("manual");
            assertThat(fragment.relevance()).isEqualTo(0.86);
        });
    }

    private static List<ContextFragment> fragments(MemoryStore store, Audience audience) {
        return new ProfileSource(store).fragments(new ContextRequest("w1", "a task", audience, NOON, 10));
    }
}
