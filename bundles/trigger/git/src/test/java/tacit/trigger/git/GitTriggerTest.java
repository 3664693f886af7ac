package tacit.trigger.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tacit.trigger.git.Given.A;
import static tacit.trigger.git.Given.B;
import static tacit.trigger.git.Given.C;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.pulse.SignalDraft;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.SignalSource;
import tacit.api.pulse.TriggerIngress;
import tacit.api.pulse.TriggerIngress.Change;
import tacit.api.pulse.TriggerIngress.WatchedFile;
import tacit.api.pulse.TriggerPlan;
import tacit.api.pulse.TriggerReading;
import tacit.api.pulse.Urgency;

class GitTriggerTest {

    private final Given repo = new Given(Map.of());

    @BeforeEach
    void isSeenOnce() {
        assertThat(repo.told()).as("nothing is new at first sight").isEmpty();
    }

    @Test
    void tellsOfCommitsOnTheBranch() {
        repo.commit(A, B, "commit: Add hens").commit(B, C, "commit (amend): Add more hens");

        SignalDraft draft = repo.told().get(0);

        assertThat(draft.reason()).isEqualTo("2 commits on main");
        assertThat(draft.source()).isEqualTo(SignalSource.GIT);
        assertThat(draft.family()).isEqualTo(SignalFamily.AWARENESS_SIGNAL);
        assertThat(draft.fingerprint()).isEqualTo("git:repo:commits:main");
        assertThat(draft.payload())
                .containsEntry("commits", "2")
                .containsEntry("subjects", "Add more hens\nAdd hens")
                .containsEntry("from", "a".repeat(12))
                .containsEntry("to", "c".repeat(12));
        assertThat(repo.told()).isEmpty();
    }

    @Test
    void tellsOfABranchThatMovedWithoutACommit() {
        repo.commit(A, B, "reset: moving to origin/main");

        assertThat(repo.reasons()).containsExactly("Branch main moved to another commit");
    }

    @Test
    void tellsOfAnotherBranch() {
        repo.file("HEAD", "ref: refs/heads/feature/hens").file("refs/heads/feature/hens", A);

        assertThat(repo.told())
                .singleElement()
                .satisfies(draft -> assertThat(draft.reason()).isEqualTo("Switched from main to feature/hens"))
                .satisfies(draft -> assertThat(draft.fingerprint()).isEqualTo("git:repo:switch"));
    }

    @Test
    void tellsOnceOfADetachedHeadThatWalks() {
        repo.file("HEAD", B);
        assertThat(repo.reasons()).containsExactly("Switched from main to detached at bbbbbbbbbbbb");

        repo.file("HEAD", C);
        assertThat(repo.told()).isEmpty();
    }

    @Test
    void tellsTogetherOfBranchesThatOthersMoved() {
        String packed = "# pack-refs with: peeled\n" + A + " refs/heads/one\n" + A + " refs/heads/two\n^" + B + "\n";
        repo.file("packed-refs", packed + A + " refs/tags/v1\n");
        assertThat(repo.told()).as("new branches").isEmpty();

        repo.file("refs/heads/one", B).file("refs/heads/two", C);

        assertThat(repo.told())
                .singleElement()
                .satisfies(draft -> assertThat(draft.reason()).isEqualTo("2 branches moved"))
                .satisfies(draft -> assertThat(draft.payload()).containsEntry("branches", "one\ntwo"));
    }

    @Test
    void tellsOfAMergeWithConflictsAndOfItsEnd() {
        repo.file("MERGE_HEAD", B)
                .file("MERGE_MSG", "Merge branch 'hens'\n\n# Conflicts:\n#\tsrc/a.java\n#\tb.md\n#\n# more\n");

        List<SignalDraft> began = repo.told();
        List<SignalDraft> again = repo.told();
        repo.without("MERGE_HEAD").without("MERGE_MSG");
        List<String> ended = repo.reasons();

        assertThat(began)
                .extracting(SignalDraft::reason)
                .containsExactly("A merge is in progress on main", "Conflicts in 2 files of a merge");
        assertThat(began).extracting(SignalDraft::family).containsOnly(SignalFamily.OPEN_LOOP_PRESSURE);
        assertThat(began.get(1).urgency()).isEqualTo(Urgency.HIGH);
        assertThat(began.get(1).payload()).containsEntry("paths", "src/a.java\nb.md");
        assertThat(again).isEmpty();
        assertThat(ended).containsExactly("The merge on main ended");
    }

    @Test
    void knowsOtherOperations() {
        repo.file("rebase-merge/head-name", "refs/heads/main");
        assertThat(repo.reasons()).containsExactly("A rebase is in progress on main");
        repo.without("rebase-merge/head-name").file("CHERRY_PICK_HEAD", B);
        assertThat(repo.reasons()).containsExactly("A cherry-pick is in progress on main");
        repo.without("CHERRY_PICK_HEAD").file("REVERT_HEAD", B);
        assertThat(repo.reasons()).containsExactly("A revert is in progress on main");
    }

    @Test
    void tellsOnlyWhatAnOperatorAskedFor() {
        Given some = new Given(Map.of("branches", "release/*, main", "events", "commits"));
        some.file("refs/heads/release/1", A).file("refs/heads/wip", A).told();

        some.file("refs/heads/release/1", B).file("refs/heads/wip", B).file("MERGE_HEAD", C);

        assertThat(some.reasons()).containsExactly("Branch release/1 moved");
    }

    @Test
    void takesPullRequestsFromAForge() {
        String pull =
                "{~action~:~review_requested~,~pull_request~:{~number~:7,~title~:~Hens~,~html_url~:~https://f/7~},"
                        + "~repository~:{~full_name~:~a/b~},~sender~:{~login~:~ada~}}";

        TriggerReading reading = repo.read(pull);

        assertThat(reading.memory()).as("what is known of branches stays").containsEntry("head", "main");
        SignalDraft draft = reading.signals().get(0);
        assertThat(draft.reason()).isEqualTo("Pull request 7 review requested: Hens");
        assertThat(draft.urgency()).isEqualTo(Urgency.HIGH);
        assertThat(draft.fingerprint()).isEqualTo("git:repo:pull:a/b/7");
        assertThat(draft.payload()).containsEntry("by", "ada").containsEntry("url", "https://f/7");
        assertThat(repo.read("{~ref~:~refs/heads/main~,~commits~:[1],~repository~:{}}")
                        .signals())
                .isEmpty();
        assertThatThrownBy(() -> repo.read("s3cret")).hasMessage("The body is not valid JSON");
    }

    @Test
    void forgetsNothingWhenTheRepositoryIsNotThere() {
        repo.file("HEAD", "half writ");
        assertThat(repo.read(null).memory()).containsEntry("head", "main");

        repo.file("HEAD", "ref: refs/heads/main").commit(A, B, "commit: Later");
        assertThat(repo.told()).hasSize(1);
    }

    @Test
    void remembersABoundedNumberOfBranches() {
        for (int i = 0; i < 2_000; i++) {
            repo.file("refs/heads/branch-" + i, A);
        }

        Map<String, String> memory = repo.read(null).memory();

        assertThat(memory).containsKey("tip:main");
        assertThat(memory.entrySet().stream()
                        .mapToInt(entry ->
                                entry.getKey().length() + entry.getValue().length())
                        .sum())
                .isLessThan(TriggerReading.MOST_MEMORY);
    }

    @Test
    void seesNothingInFilesThatAreGone() {
        WatchedFile gone = new WatchedFile(".git/HEAD", Change.REMOVED, Instant.EPOCH, 1, "ref: refs/heads/main");
        TriggerIngress ingress = new TriggerIngress(Instant.EPOCH, null, Map.of(), null, List.of(gone));

        assertThat(Repository.of(List.of(gone))).isNull();
        assertThat(new GitTrigger().read(repo.configuration(), ingress).signals())
                .isEmpty();
    }

    @Test
    void asksForFilesOfTheRepositoryWithTheirWords() {
        TriggerPlan plan = new GitTrigger().plan(repo.configuration());

        assertThat(plan.problems()).isEmpty();
        assertThat(plan.content()).isTrue();
        assertThat(plan.requests()).isTrue();
        assertThat(plan.files()).contains(".git/HEAD", ".git/refs/heads/**");
        assertThat(new GitTrigger()
                        .plan(new Given(Map.of("events", "commits")).configuration())
                        .requests())
                .isFalse();
        assertThat(new GitTrigger()
                        .plan(new Given(Map.of("events", "rain", "x", "y")).configuration())
                        .problems())
                .containsExactly(
                        "events must be of commits, switches, operations, conflicts, pulls, got 'rain'",
                        "option 'x' is unknown: git knows branches, events");
    }
}
