package tacit.memory.curated;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.memory.Audience;
import tacit.api.memory.ContextFragment;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.CurationRequest.Action;
import tacit.api.memory.CurationRequest.Target;
import tacit.api.memory.MemoryWrite.Origin;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class CuratedSourceTest {

    @TempDir
    Path folder;

    private Fixture fixture;
    private CuratedSource source;

    @BeforeEach
    void open(Database database) {
        fixture = new Fixture(database, folder, "off");
        source = new CuratedSource(fixture.store);
    }

    @Test
    void offersTargetKindAndText() {
        fixture.add(Target.USER, "preference", "Likes tea");
        fixture.add(Target.WORKSPACE, null, "Alpha plan");

        List<ContextFragment> fragments = fragments(Audience.ofUser(null), 20);

        assertThat(fragments)
                .extracting(ContextFragment::text)
                .containsExactly("[user/preference] Likes tea", "[workspace/project_fact] Alpha plan");
        assertThat(fragments).extracting(ContextFragment::relevance).containsExactly(0.93, 0.90);
        assertThat(fragments).extracting(ContextFragment::confidence).containsOnly(0.85);
        assertThat(fragments).allSatisfy(fragment -> {
            assertThat(fragment.key())
                    .isEqualTo("curated:" + fragment.memoryIds().get(0));
            assertThat(fragment.source()).isEqualTo(source.name());
        });
    }

    @Test
    void offersTenAtMostAndLeavesRoomForTheWorkspace() {
        for (int index = 0; index < 15; index++) {
            fixture.add(Target.USER, null, "u" + index);
        }
        fixture.add(Target.WORKSPACE, null, "w");

        assertThat(fragments(Audience.ofUser(null), 200)).hasSize(10).anyMatch(one -> one.text()
                .endsWith(" w"));
        assertThat(fragments(Audience.ofUser(null), 3)).hasSize(3);
    }

    @Test
    void keepsPrivateEntriesFromGroupsAgentsAndOtherUsers() {
        add("ada", "Likes tea");
        fixture.add(Target.WORKSPACE, null, "Alpha plan");
        Audience group = new Audience(Audience.Kind.GROUP, "ada", null, null, false);
        Audience agent = new Audience(Audience.Kind.PRIVATE, "ada", null, null, true);
        Audience everybody = new Audience(Audience.Kind.PUBLIC, "ada", null, null, false);

        assertThat(fragments(Audience.ofUser("ada"), 20)).hasSize(2);
        for (Audience other : List.of(Audience.ofUser("bob"), Audience.ofUser(null), group, agent)) {
            assertThat(fragments(other, 20))
                    .extracting(ContextFragment::text)
                    .containsExactly("[workspace/project_fact] Alpha plan");
        }
        assertThat(fragments(everybody, 20)).isEmpty();
    }

    private void add(@Nullable String user, String content) {
        fixture.curated.curate(Fixture.request(
                "default", user, Action.ADD, Target.USER, null, null, content, null, Origin.AGENT_TOOL));
    }

    private List<ContextFragment> fragments(Audience audience, int most) {
        return source.fragments(
                new ContextRequest("default", "", audience, Instant.parse("2030-01-01T00:00:00Z"), most));
    }
}
