package tacit.pulse.mind.seen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.learn.ClusterState;
import tacit.api.learn.FailureClass;
import tacit.api.learn.FailureCluster;
import tacit.api.learn.FailureRecord;
import tacit.api.learn.Finding;
import tacit.api.learn.Severity;
import tacit.api.learn.Signature;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.CoreSurface;
import tacit.api.pulse.CoreTrace;
import tacit.api.pulse.CoreTraceDraft;
import tacit.api.pulse.CoreTraceKind;
import tacit.api.pulse.CoreTraceStatus;
import tacit.api.pulse.HeartbeatStatus;
import tacit.api.pulse.Learning;
import tacit.api.pulse.PulseOutcome;
import tacit.api.pulse.SignalDraft;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.SignalSource;
import tacit.api.pulse.Urgency;
import tacit.api.reflect.Suggestion;
import tacit.api.reflect.SuggestionDraft;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceUpdate;
import tacit.runtime.testkit.EachDatabase;

/** What reflection sees, over the stores in which it lies. */
@EachDatabase
class SourcesTest {

    private static final Scope SHOP = Scope.ofWorkspace("shop");

    @TempDir
    private Path folder;

    private Stores stores;

    @BeforeEach
    void open(Database database) {
        stores = new Stores(database, folder);
    }

    private FailureRecord failure(String trace, FailureClass of) {
        Finding finding = new Finding("s", "tool_error", of, Severity.MEDIUM, .6, "A call failed", "Told so", "E42");
        Signature signature = new Signature("execute_tool", "lookup", "tool_error", "No field <text>", "middle");
        return new FailureRecord(
                "f-" + trace,
                trace,
                "task",
                "failed_call",
                finding,
                signature,
                10,
                Duration.ofMillis(250),
                stores.clock.instant());
    }

    private FailureCluster family(Scope scope, FailureClass of, String... failed) {
        List<FailureRecord> records =
                List.of(failed).stream().map(trace -> failure(trace, of)).toList();
        return stores.clusters.assign(scope, List.of(failed), records).get(0);
    }

    @Test
    void seesFamiliesOfFailuresOfItsWorkspace() {
        FailureCluster family = family(SHOP, FailureClass.AGENT, "t1", "t2");
        family(Scope.ofWorkspace("farm"), FailureClass.AGENT, "t3");

        assertThat(stores.ofWorkspace())
                .singleElement()
                .asString()
                .startsWith("FAILURE_CLUSTER 0.86 ")
                .endsWith(": 2 failures in 2 runs, stable");

        stores.clusters.move(SHOP, family.id(), ClusterState.MITIGATED, family.version(), "anna");

        assertThat(stores.ofWorkspace())
                .as("it asks for nothing")
                .singleElement()
                .asString()
                .startsWith("FAILURE_CLUSTER 0.2 ")
                .endsWith("mitigated");
    }

    @Test
    void saysWhichFailuresAreOutagesAndForgetsOldOnes() {
        family(SHOP, FailureClass.ENVIRONMENT, "t1");
        assertThat(stores.ofWorkspace()).singleElement().asString().contains("(an outage of the surroundings)");

        stores.clock.pass(Duration.ofDays(30));
        assertThat(stores.ofWorkspace()).as("just young enough").hasSize(1);
        stores.clock.pass(Duration.ofMillis(1));
        assertThat(stores.ofWorkspace()).isEmpty();
    }

    private CoreTrace cycle(AutomationProfile profile, CoreSurface surface, CoreTraceKind kind, String run) {
        return stores.cycles.begin(
                new CoreTraceDraft(profile.id(), profile.workspaceId(), null, surface, kind, run, null));
    }

    private void failed(AutomationProfile profile, CoreSurface surface, CoreTraceKind kind, String error) {
        CoreTrace trace = cycle(profile, surface, kind, "run-" + error);
        stores.cycles.end(trace.id(), CoreTraceStatus.FAILED, "It did not go well", error);
    }

    @Test
    void seesCyclesThatFailedButNoneOfItsOwn() {
        failed(stores.mine, CoreSurface.HEARTBEAT, CoreTraceKind.PULSE_CYCLE, "the pump is dry");
        failed(stores.mine, CoreSurface.MEMORY, CoreTraceKind.DREAM_DISTILL, "no sleep");
        failed(stores.mine, CoreSurface.SUBCONSCIOUS, CoreTraceKind.SUBCONSCIOUS_CYCLE, "its own thought");
        failed(stores.beside, CoreSurface.HEARTBEAT, CoreTraceKind.PULSE_CYCLE, "of another");

        assertThat(stores.ofRole())
                .containsExactly(
                        "HEARTBEAT_RUN 0.58 failed: pulse_cycle the pump is dry",
                        "CORE_TRACE 0.55 failed: dream_distill no sleep");
    }

    @Test
    void seesAFailureBehindManyCyclesThatWentWell() {
        failed(stores.mine, CoreSurface.HEARTBEAT, CoreTraceKind.PULSE_CYCLE, "the pump is dry");
        IntStream.range(0, 60).forEach(number -> {
            CoreTrace trace = cycle(stores.mine, CoreSurface.HEARTBEAT, CoreTraceKind.PULSE_CYCLE, "run-" + number);
            stores.cycles.end(trace.id(), CoreTraceStatus.COMPLETED, "idle", null);
        });

        assertThat(stores.ofRole()).containsExactly("HEARTBEAT_RUN 0.58 failed: pulse_cycle the pump is dry");
    }

    @Test
    void seesACycleThatHangs() {
        cycle(stores.mine, CoreSurface.HEARTBEAT, CoreTraceKind.PULSE_CYCLE, "run-1");

        stores.clock.pass(Duration.ofMinutes(30));
        assertThat(stores.ofRole()).isEmpty();
        stores.clock.pass(Duration.ofSeconds(1));
        assertThat(stores.ofRole()).containsExactly("HEARTBEAT_RUN 0.58 hangs: pulse_cycle no reason");
    }

    private void learns(AutomationProfile profile, Learning.Kind kind, String summary) {
        stores.learnings.add(profile.id(), profile.workspaceId(), kind, summary, summary, null, null);
    }

    @Test
    void seesWhatItLearntAndNothingThatOthersShow() {
        learns(stores.mine, Learning.Kind.GATE_REJECTION, "The change was rejected");
        learns(stores.mine, Learning.Kind.DREAM, "The pump is seven");
        learns(stores.mine, Learning.Kind.MEMORY, "Not done yet: what its own cycle failed at");
        learns(stores.mine, Learning.Kind.REFLECTION, "its own thought failed");
        learns(stores.mine, Learning.Kind.DISPATCH_RESULT, "failed: what reflection began itself");
        learns(stores.mine, Learning.Kind.SUGGESTION_RESPONSE, "The suggestion was dismissed");
        learns(stores.beside, Learning.Kind.GATE_REJECTION, "Rejected for another");

        assertThat(stores.ofWorkspace())
                .containsExactly("LEARNING 0.42 The change was rejected", "LEARNING 0.08 The pump is seven");
    }

    @Test
    void seesHowItsWorkWent() throws Exception {
        Files.createDirectories(folder.resolve(".git"));
        Files.writeString(
                folder.resolve(".git/config"),
                "[remote \"origin\"]\n\turl = git@github.com:Acme/Pump.git\n[branch \"main\"]\n");
        stores.fails(stores.work(stores.mine, "b1", Map.of()), "the pump is dry");
        stores.work(stores.mine, "b2", Map.of("title", "Paint it"));
        stores.work(stores.mine, "b3", Map.of("title", "Its own", "source", "reflection"));
        stores.work(stores.beside, "b4", Map.of("title", "Of another"));

        assertThat(stores.ofWorkspace())
                .containsExactly(
                        "TASK_SIGNAL 0.68 failed: Mend the pump (the pump is dry)",
                        "TASK_SIGNAL 0.18 queued: Paint it");
        assertThat(stores.lines(stores.mine, "code_workspace:github:acme/pump"))
                .containsExactly("CODE_FAILURE 0.95 failed: Mend the pump (the pump is dry)");
    }

    @Test
    void namesARepositoryWithoutAForgeByWhereItLies() throws Exception {
        Files.createDirectories(folder.resolve(".git"));
        Files.writeString(folder.resolve(".git/config"), "[core]\n\tbare = false\n");
        stores.fails(stores.work(stores.mine, "b1", Map.of()), "the pump is dry");

        assertThat(stores.gathering.look(stores.mine))
                .extracting(Gathering.Found::key)
                .filteredOn(key -> key.matches("code_workspace:repo:[0-9a-f]{16}"))
                .hasSize(1);
    }

    @Test
    void keepsWhatWasDoneForAUserToThatUser() {
        stores.fails(stores.work(stores.mine, "b1", Map.of("user", "bea", "title", "Buy a ring")), "no ring");
        run("t1", "bea", null, "she was told of a ring");
        Suggestion shown = offer("k1", "A ring for her", "bea", "heartbeat");
        stores.suggestions.dismiss(shown.id(), null, "bea");

        assertThat(stores.ofWorkspace())
                .containsExactly(
                        "TASK_SIGNAL 0.68 failed: work for one user",
                        "FAILED_TRACE 0.66 failed: clerk at task-t1: for one user",
                        "DISMISSED_SUGGESTION 0.6 dismissed: a suggestion to one user");
    }

    private void run(String id, @Nullable String user, @Nullable String profile, String why) {
        Trace trace = Trace.builder(id)
                .workspaceId("shop")
                .profileId(profile)
                .userId(user)
                .agent("clerk")
                .taskKey("task-" + id)
                .startedAt(stores.clock.instant())
                .outcome(new Outcome(OutcomeLabel.FAILURE, null, OutcomeSource.GRADER, null, why, null, null))
                .build();
        stores.traces.append(SHOP, List.of(TraceUpdate.of(trace, List.of())));
    }

    @Test
    void seesRunsThatTurnedOutBadly() {
        run("t1", null, null, "The total is wrong");
        run("t2", null, stores.mine.id(), "The date is wrong");
        run("t3", null, stores.beside.id(), "Of another");

        assertThat(stores.ofWorkspace())
                .containsExactlyInAnyOrder(
                        "FAILED_TRACE 0.66 failed: clerk at task-t1: The total is wrong",
                        "FAILED_TRACE 0.66 failed: clerk at task-t2: The date is wrong");
        assertThat(stores.lines(stores.elsewhere, "workspace:farm")).isEmpty();
    }

    private void file(String path, String text, Instant at) throws Exception {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(at));
    }

    @Test
    void seesMemoryFilesWithoutWhatReflectionWrote() throws Exception {
        Instant now = stores.clock.instant();
        file(".cowork/playbook/pump.md", "# The pump\n\nTurn it off first", now);
        file(".cowork/MEMORY.md", "- The key is missing\n", now);
        file(".cowork/subconscious/targets/x/backlog.md", "# Its own", now);
        file(".cowork/old.md", "Old", now.minus(Duration.ofDays(31)));
        file(".cowork/notes.txt", "No memory", now);

        assertThat(stores.ofWorkspace())
                .containsExactly(
                        "MEMORY_PLAYBOOK 0.42 .cowork/MEMORY.md: The key is missing",
                        "MEMORY_PLAYBOOK 0.08 .cowork/playbook/pump.md: The pump");
    }

    @Test
    void readsTheNewestOfManyMemoryFiles() throws Exception {
        Instant now = stores.clock.instant();
        for (int i = 0; i < 110; i++) {
            file(".cowork/a" + i + ".md", "Old", now.minus(Duration.ofDays(2)));
        }
        file(".cowork/z.md", "It is missing", now);

        assertThat(stores.ofWorkspace()).hasSize(40).contains("MEMORY_PLAYBOOK 0.42 .cowork/z.md: It is missing");
    }

    private void tell(
            @Nullable AutomationProfile profile, SignalSource source, String reason, Map<String, String> more) {
        SignalDraft draft = SignalDraft.of("shop", SignalFamily.AWARENESS_SIGNAL, source, reason)
                .withUrgency(Urgency.LOW, .5)
                .withFingerprint(reason)
                .withPayload(more);
        stores.signals.submit(List.of(profile == null ? draft : draft.forProfile(profile.id())));
    }

    @Test
    void seesMessagesSchedulesAndWhatElseItWasTold() {
        tell(stores.mine, SignalSource.HOOK, "Please reply by noon", Map.of("thread", "th1", "subject", "Hens"));
        tell(stores.mine, SignalSource.HOOK, "Thanks", Map.of("thread", "th2"));
        tell(stores.mine, SignalSource.CRON, "The nightly build failed", Map.of());
        tell(stores.mine, SignalSource.GIT, "2 commits on main", Map.of("branch", "main", "from", "a1", "to", "b2"));
        tell(stores.beside, SignalSource.HOOK, "Urgent for another", Map.of("thread", "th3"));

        assertThat(stores.ofWorkspace())
                .containsExactly(
                        "MAILBOX_EVENT 0.72 Hens: Please reply by noon",
                        "SCHEDULED_TASK 0.5 The nightly build failed",
                        "MAILBOX_EVENT 0.25 Thanks",
                        "EVENT_TRIGGER 0.1 2 commits on main");
    }

    @Test
    void seesAPullRequestAsATargetOfItsOwn() {
        tell(stores.mine, SignalSource.HOOK, "Pull request 7 opened: Hens", Map.of("pull_request", "acme/pump#7"));
        tell(stores.mine, SignalSource.HOOK, "It tells no number", Map.of("pull_request", "../../etc"));

        assertThat(stores.lines(stores.mine, "pull_request:acme/pump#7"))
                .containsExactly("PULL_REQUEST_ACTIVITY 0.82 Pull request 7 opened: Hens");
        assertThat(stores.ofWorkspace()).containsExactly("EVENT_TRIGGER 0.1 It tells no number");
    }

    @Test
    void doesNotSeeWhatItsOwnWorkCaused() {
        stores.signals.submit(
                List.of(SignalDraft.of("shop", SignalFamily.AWARENESS_SIGNAL, SignalSource.TASKS, "It failed")
                        .forProfile(stores.mine.id())
                        .withOrigin("ex-1")));

        assertThat(stores.ofWorkspace()).isEmpty();
    }

    private Suggestion offer(String key, String title, @Nullable String user, String source) {
        Suggestion made = stores.suggestions
                .offer(new SuggestionDraft(
                        key,
                        stores.mine.id(),
                        "shop",
                        user,
                        SuggestionDraft.Type.INSIGHT,
                        SuggestionDraft.Topic.GENERAL,
                        source,
                        title,
                        "Now",
                        "",
                        null,
                        .8,
                        Urgency.MEDIUM,
                        List.of("trace:t1"),
                        null,
                        null))
                .suggestion();
        assertThat(made).isNotNull();
        return made;
    }

    @Test
    void seesWhichSuggestionsPeopleDidNotWant() {
        offer("k1", "Tidy up", null, "heartbeat");
        stores.suggestions.dismiss(
                offer("k2", "Paint the door", null, "heartbeat").id(), "no", "anna");
        stores.suggestions.dismiss(
                offer("k3", "Its own thought", null, "reflection").id(), "no", "anna");

        assertThat(stores.ofWorkspace()).containsExactly("DISMISSED_SUGGESTION 0.6 dismissed: Paint the door");
        assertThat(stores.lines(stores.beside, "workspace:shop")).isEmpty();
    }

    private AutomationProfile after(HeartbeatStatus status, PulseOutcome result) {
        Instant now = stores.clock.instant();
        stores.profiles.state(stores.mine.id(), new AutomationProfile.State(status, now, now, null, result, null));
        return stores.profiles.find(stores.mine.id()).orElseThrow();
    }

    @Test
    void seesHowItsHeartbeatStands() {
        assertThat(stores.lines(after(HeartbeatStatus.IDLE, PulseOutcome.IDLE), "agent_role:builder"))
                .isEmpty();
        assertThat(stores.lines(after(HeartbeatStatus.IDLE, PulseOutcome.SUGGESTION), "agent_role:builder"))
                .containsExactly("HEARTBEAT_SIGNAL 0.12 the heartbeat is idle, its last pulse came to suggestion");
        assertThat(stores.lines(after(HeartbeatStatus.ERROR, PulseOutcome.IDLE), "agent_role:builder"))
                .containsExactly("HEARTBEAT_SIGNAL 0.58 the heartbeat is error, its last pulse came to idle");
    }
}
