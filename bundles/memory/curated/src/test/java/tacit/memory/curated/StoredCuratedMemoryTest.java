package tacit.memory.curated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tacit.memory.curated.Fixture.SCOPE;
import static tacit.memory.curated.Fixture.request;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.memory.CurationRequest.Action;
import tacit.api.memory.CurationRequest.Target;
import tacit.api.memory.CurationResult;
import tacit.api.memory.CurationResult.Status;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryState;
import tacit.api.memory.MemoryWrite.Origin;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class StoredCuratedMemoryTest {

    @TempDir
    Path folder;

    private Fixture fixture;

    @BeforeEach
    void open(Database database) {
        fixture = new Fixture(database, folder, "off");
    }

    @Test
    void cu01AddsAPreferenceAndShowsItInTheUsersFile() {
        CurationResult added = fixture.add(Target.USER, "preference", "Likes short   replies");

        assertThat(added.status()).as(added.words()).isEqualTo(Status.DONE);
        assertThat(added.file()).isEqualTo(".cowork/USER.md");
        assertThat(added.words()).isEmpty();
        assertThat(fixture.file(Target.USER)).contains("Auto Curated Memory", "- preference: Likes short replies\n");
        assertThat(entry(added).confidence()).isEqualTo(0.85);
        assertThat(entry(added).visibility()).isEqualTo(Visibility.PRIVATE);
        assertThat(entry(added).lane()).isEqualTo(TrustLane.INFERENCE);
    }

    @Test
    void cu02CutsAReplacementAndKeepsTheId() {
        MemoryRecord entry = entry(fixture.add(Target.WORKSPACE, null, "Alpha plan"));

        CurationResult replaced = fixture.replace(Target.WORKSPACE, entry.id(), "x".repeat(500));

        assertThat(replaced.status()).as(replaced.words()).isEqualTo(Status.DONE);
        assertThat(entry(replaced).id()).isEqualTo(entry.id());
        assertThat(entry(replaced).text()).hasSize(320);
        assertThat(entry.kind()).isEqualTo("project_fact");
        assertThat(fixture.store.history(SCOPE, entry.id()))
                .extracting(MemoryRecord::text)
                .contains("Alpha plan");
    }

    @Test
    void cu03TakesAnUnderscoreLiterally() {
        MemoryRecord meant = entry(fixture.add(Target.WORKSPACE, null, "Beta_2 launch plan"));
        fixture.add(Target.WORKSPACE, null, "BetaX2 launch plan");

        assertThat(fixture.remove(Target.WORKSPACE, "Beta_2").status()).isEqualTo(Status.DONE);

        assertThat(fixture.texts(Target.WORKSPACE)).containsExactly("BetaX2 launch plan");
        assertThat(fixture.store.find(SCOPE, meant.id()).map(MemoryRecord::state))
                .contains(MemoryState.ARCHIVED);
    }

    @Test
    void cu04RefusesAMatchOfSeveral() {
        fixture.add(Target.WORKSPACE, "project_fact", "Deploy runs on the build server");
        fixture.add(Target.WORKSPACE, "workflow_rule", "Deploy after the review");

        CurationResult removed = fixture.remove(Target.WORKSPACE, "deploy");

        assertThat(removed.status()).isEqualTo(Status.REFUSED);
        assertThat(removed.words()).contains("several matched");
        assertThat(fixture.texts(Target.WORKSPACE)).hasSize(2);
        assertThat(fixture.remove(Target.WORKSPACE, "DEPLOY after  the review").status())
                .isEqualTo(Status.DONE);
        assertThat(fixture.remove(Target.WORKSPACE, "nothing like it").words()).contains("there is none");
    }

    @Test
    void cu05ConfirmsWhatIsSaidTwice() {
        MemoryRecord first = entry(
                fixture.curated.upsert(request(Action.ADD, Target.USER, "preference", null, "Likes tea", null), 0.6));
        MemoryRecord again = entry(fixture.add(Target.USER, "preference", "likes  TEA"));

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.confidence()).isEqualTo(0.85);
        assertThat(again.confirmedAt()).isAfter(first.confirmedAt());
        assertThat(fixture.texts(Target.USER)).containsExactly("Likes tea");
    }

    @Test
    void cu08LetsTheNewerEntryTakeThePlaceAndKeepsTheHistory() {
        MemoryRecord older = entry(fixture.add(Target.WORKSPACE, null, "Use Vite 6"));

        CurationResult newer = fixture.add(Target.WORKSPACE, "workflow_rule", "Use Vite 7");

        assertThat(newer.superseded()).containsExactly(older.id());
        assertThat(fixture.texts(Target.WORKSPACE)).containsExactly("Use Vite 7");
        assertThat(fixture.store.find(SCOPE, older.id())).hasValueSatisfying(before -> {
            assertThat(before.state()).isEqualTo(MemoryState.SUPERSEDED);
            assertThat(before.supersededBy()).isEqualTo(entry(newer).id());
            assertThat(before.validUntil()).isNotNull();
        });
        assertThat(fixture.store.history(SCOPE, entry(newer).id()))
                .extracting(MemoryRecord::text)
                .containsExactly("Use Vite 6", "Use Vite 7");
        assertThat(fixture.file(Target.WORKSPACE)).contains("Vite 7").doesNotContain("Vite 6");
    }

    @Test
    void cu08LeavesAUsersStatementToAnythingButAUser() {
        MemoryRecord stated = entry(curate(Action.ADD, "Use Vite 6", null, Origin.SYSTEM));

        CurationResult refused = curate(Action.ADD, "Use Vite 7", null, Origin.AGENT_TOOL);

        assertThat(stated.lane()).isEqualTo(TrustLane.STATEMENT);
        assertThat(refused.status()).isEqualTo(Status.REFUSED);
        assertThat(refused.words()).contains(stated.id(), "which a user stated");
        assertThat(curate(Action.ADD, "Use Vite 7", null, Origin.SYSTEM).superseded())
                .containsExactly(stated.id());
    }

    @Test
    void neverPutsWordsOfAnAgentUnderTheNameOfAUser() {
        MemoryRecord stated = entry(curate(Action.ADD, "Use Vite", null, Origin.SYSTEM));

        MemoryRecord replaced = entry(curate(Action.REPLACE, "Use Webpack", stated.id(), Origin.AGENT_TOOL));

        assertThat(replaced.lane()).isEqualTo(TrustLane.INFERENCE);
        assertThat(replaced.id()).isNotEqualTo(stated.id());
        assertThat(fixture.texts(Target.WORKSPACE)).containsExactly("Use Webpack");
    }

    @Test
    void takesACorrectionByAUserForTheirStatement() {
        MemoryRecord guessed = entry(curate(Action.ADD, "Use Vite 6", null, Origin.AGENT_TOOL));

        MemoryRecord corrected = entry(curate(Action.REPLACE, "Use Vite 7", guessed.id(), Origin.SYSTEM));

        assertThat(corrected.lane()).isEqualTo(TrustLane.STATEMENT);
        assertThat(fixture.texts(Target.WORKSPACE)).containsExactly("Use Vite 7");
        assertThat(curate(Action.ADD, "Use Vite 8", null, Origin.AGENT_TOOL).words())
                .contains(corrected.id(), "which a user stated");
    }

    @Test
    void takesWhatAUserSaysAfterAnAgentForTheirStatement() {
        MemoryRecord guessed = entry(curate(Action.ADD, "Use Vite 6", null, Origin.AGENT_TOOL));

        CurationResult stated = curate(Action.ADD, "use  VITE 6", null, Origin.SYSTEM);

        assertThat(entry(stated).lane()).isEqualTo(TrustLane.STATEMENT);
        assertThat(stated.superseded()).containsExactly(guessed.id());
        assertThat(fixture.texts(Target.WORKSPACE)).hasSize(1);
        assertThat(entry(curate(Action.ADD, "Use Vite 6", null, Origin.AGENT_TOOL)))
                .satisfies(
                        again -> assertThat(again.id()).isEqualTo(entry(stated).id()))
                .satisfies(again -> assertThat(again.lane()).isEqualTo(TrustLane.STATEMENT));
    }

    @Test
    void cu09RefusesAnIdOfAnotherWorkspaceTargetOrUser() {
        MemoryRecord entry = entry(fixture.add(Target.USER, null, "Likes tea"));

        List<CurationResult> refused = List.of(
                fixture.replace(Target.WORKSPACE, entry.id(), "Likes milk"),
                fixture.curated.curate(request(
                        "other", null, Action.REMOVE, Target.USER, null, entry.id(), null, null, Origin.AGENT_TOOL)),
                fixture.curated.curate(request(
                        "default",
                        "ada",
                        Action.REMOVE,
                        Target.USER,
                        null,
                        entry.id(),
                        null,
                        null,
                        Origin.AGENT_TOOL)));

        assertThat(refused).allSatisfy(result -> {
            assertThat(result.status()).isEqualTo(Status.REFUSED);
            assertThat(result.words()).contains("id must name an entry");
        });
        assertThat(fixture.texts(Target.USER)).containsExactly("Likes tea");
    }

    @Test
    void refusesWhatLacksAPart() {
        assertThat(fixture.add(Target.USER, null, " ").words()).isEqualTo("content must be given to add an entry");
        assertThat(fixture.add(Target.USER, "mood", "x").words()).startsWith("kind must be one of");
        assertThat(fixture.curated
                        .curate(request(Action.REMOVE, Target.USER, null, null, null, " "))
                        .words())
                .isEqualTo("id or match must be given to remove an entry");
        assertThat(fixture.curated
                        .curate(request(Action.REPLACE, Target.USER, null, null, null, "x"))
                        .words())
                .isEqualTo("content must be given to replace an entry");
        assertThat(fixture.curated
                        .upsert(request(Action.REMOVE, Target.USER, null, null, "x", null), 0.5)
                        .words())
                .isEqualTo("action must be add, got REMOVE");
        assertThat(fixture.curated
                        .upsert(request(Action.ADD, Target.USER, null, null, "x", null), 1.5)
                        .words())
                .isEqualTo("confidence must be in [0, 1], got 1.5");
    }

    @Test
    void refusesAReplacementThatAnotherEntrySaysAlready() {
        fixture.add(Target.WORKSPACE, null, "Alpha plan");
        MemoryRecord other = entry(fixture.add(Target.WORKSPACE, null, "Beta plan"));

        assertThat(fixture.replace(Target.WORKSPACE, other.id(), "alpha PLAN").status())
                .isEqualTo(Status.REFUSED);
    }

    @Test
    void readsTheTwoTargetsInTurns() {
        fixture.add(Target.USER, null, "u1");
        fixture.add(Target.USER, null, "u2");
        fixture.add(Target.USER, "identity", "u3");
        fixture.add(Target.WORKSPACE, null, "w1");

        assertThat(fixture.curated.read(SCOPE, null, null, 20))
                .extracting(MemoryRecord::text)
                .containsExactly("u3", "w1", "u2", "u1");
        assertThat(fixture.curated.read(SCOPE, Target.USER, "preference", 1)).hasSize(1);
        assertThat(fixture.texts(null)).containsExactly("u3", "u2", "u1", "w1");
        assertThatThrownBy(() -> fixture.curated.read(SCOPE, null, null, 0))
                .hasMessage("limit must be in [1, 100], got 0");
        assertThatThrownBy(() -> fixture.curated.list(SCOPE, null, null, 501))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsEntriesOfUsersApart() {
        addFor("ada", "Likes tea");
        addFor("bob", "Likes milk");

        assertThat(fixture.curated.list(new Scope("default", "ada"), Target.USER, null, 10))
                .extracting(MemoryRecord::text)
                .containsExactly("Likes tea");
        assertThat(fixture.file(Target.USER)).doesNotContain("tea", "milk");
    }

    private void addFor(String user, String content) {
        fixture.curated.curate(
                request("default", user, Action.ADD, Target.USER, null, null, content, null, Origin.AGENT_TOOL));
    }

    private CurationResult curate(Action action, String content, @Nullable String id, Origin origin) {
        return fixture.curated.curate(
                request("default", null, action, Target.WORKSPACE, null, id, content, null, origin));
    }

    private static MemoryRecord entry(CurationResult result) {
        return Objects.requireNonNull(result.entry(), result.words());
    }
}
