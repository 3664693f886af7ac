package tacit.pulse.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.pulse.DispatchKind;
import tacit.api.pulse.ProactiveTask;
import tacit.api.pulse.ProfileSettings;
import tacit.api.pulse.PulseRun;
import tacit.api.pulse.PulseRun.State;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.evidence.redaction.PatternRedactor;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.MovingClock;

@EachDatabase
class PulseForgettingTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String SECRET = "The violet giraffe of Mombasa sings before every breakfast";
    private static final Scope HOME = Scope.ofWorkspace("w1");

    private final Database database;
    private PulseStore store;
    private PulseForgetting forgetting;

    PulseForgettingTest(Database database) {
        this.database = database;
    }

    /** Knows the profiles of a workspace. */
    public static final class Listing {

        public List<AutomationProfile> list(@Nullable String workspaceId) {
            return "w1".equals(workspaceId)
                    ? List.of(new AutomationProfile(
                            "p1", "role-p1", "w1", ProfileSettings.USUAL, AutomationProfile.State.NEW, 1, NOW, NOW))
                    : List.of();
        }
    }

    @BeforeEach
    void open() {
        Clock clock = new MovingClock();
        store = new PulseStore(database, new PatternRedactor(), clock);
        forgetting = new PulseForgetting(database, store, Stub.of(AutomationProfiles.class, new Listing()));
    }

    private void run(String id, @Nullable String workspace, @Nullable String user, String words) {
        PulseRun run = new PulseRun(
                id,
                null,
                "p1",
                workspace,
                PulseRun.Type.DISPATCH,
                DispatchKind.TASK,
                State.QUEUED,
                "heartbeat",
                "manual: " + words,
                null,
                null,
                words,
                words,
                null,
                null,
                null,
                List.of("signal:1", words),
                PulseRun.Cost.NONE,
                NOW,
                null,
                null);
        Plan plan = new Plan(
                "dispatch_task",
                "workspace:w1",
                user,
                "Heartbeat: " + words,
                words,
                words,
                Map.of("objective", words, "role", "ops"),
                null,
                0.5,
                List.of(new Plan.Seen("s1", 1, 1)),
                List.of("checklist:one"));
        store.write(session -> new RunRows(session).add(new Dispatch(run, id, plan, false, false)));
        store.write(session -> session.update("UPDATE pulse_runs SET flight_key = NULL"));
    }

    private String row(String id) {
        return store.dispatch(id).orElseThrow().plan().toString()
                + store.run(id).orElseThrow();
    }

    @Test
    void takesPiecesFromRunsAndLeavesPlansThatCanBeRead() {
        run("d1", "w1", null, "violet GIRAFFE of mombasa sings before…");
        run("d2", null, null, SECRET);
        run("d3", "w2", null, SECRET);

        assertThat(forgetting.forget(HOME, List.of(), List.of(SECRET))).isEqualTo(10);

        assertThat(row("d1") + row("d2")).doesNotContainIgnoringCase("giraffe");
        assertThat(store.dispatch("d1").orElseThrow().plan().targetKey()).isEqualTo("workspace:w1");
        assertThat(store.dispatch("d1").orElseThrow().plan().items()).containsExactly("checklist:one");
        assertThat(row("d3")).contains(SECRET);
        assertThat(forgetting.forget(HOME, List.of("t/s"), List.of())).isZero();
    }

    @Test
    void takesAllOfAUsersRunsAndWhatQuotesThem() {
        run("d1", "w1", "nora", "Water the plants");
        run("d2", "w1", null, "She says that " + SECRET);
        run("d3", "w1", "ben", "Water the plants");
        String bens = row("d3");

        forgetting.forgetUser(new Scope("w1", "nora"));
        forgetting.forgetQuotes(HOME, List.of(SECRET));

        assertThat(row("d1")).doesNotContain("plants").contains("userId=nora");
        assertThat(row("d2")).doesNotContain("giraffe");
        assertThat(row("d3")).isEqualTo(bens);
        assertThat(forgetting.forgetUser(new Scope("w1", "nora"))).isZero();
        assertThat(forgetting.name()).isEqualTo("pulses");
    }

    @Test
    void takesWordsFromTasksAndSchedules() {
        ProactiveTask task = new ProactiveTask(
                "song", "Sing", SECRET, "music", "Hear: " + SECRET, 60, ProactiveTask.Mode.CRON_HANDOFF, 0, 5, true);
        store.write(session -> {
            ItemRows rows = new ItemRows(session);
            rows.keep("p1", task, NOW);
            rows.keep("p2", task, NOW);
            return session.update(
                    "INSERT INTO pulse_schedules (id, profile_id, workspace_id, task_id, name, prompt, cron, zone,"
                            + " next_at, created_at) VALUES ('c1', 'p1', 'w1', 'song', 'Sing', ?, '* * * * *', 'UTC', ?, ?)",
                    SECRET,
                    NOW,
                    NOW);
        });

        assertThat(forgetting.forget(HOME, List.of(), List.of(SECRET))).isEqualTo(2);

        ProactiveTask left =
                store.read(session -> new ItemRows(session).proactive("p1")).get(0);
        assertThat(left.promptTemplate()).startsWith("Hear: [deleted sha256:");
        assertThat(left.executionMode()).isEqualTo(ProactiveTask.Mode.CRON_HANDOFF);
        assertThat(store.read(session -> new ItemRows(session).schedules("p1"))
                        .get(0)
                        .handoff()
                        .prompt())
                .startsWith("[deleted sha256:");
        List<ProactiveTask> elsewhere = store.read(session -> new ItemRows(session).proactive("p2"));
        assertThat(elsewhere).containsExactly(task);
    }
}
