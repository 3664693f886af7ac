package tacit.bench.month;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tacit.api.autonomy.Approvals;
import tacit.api.execute.ExecutionListener;
import tacit.api.memory.WorkspaceFiles;
import tacit.api.memory.Workspaces;
import tacit.api.pulse.ActiveHours;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.pulse.CoreTraces;
import tacit.api.pulse.LearningsLog;
import tacit.api.pulse.ProfileSettings;
import tacit.api.pulse.PulseDesk;
import tacit.api.pulse.ScopedSettings;
import tacit.api.pulse.SettingScope;
import tacit.api.pulse.SignalDraft;
import tacit.api.pulse.Signals;
import tacit.api.pulse.Stance;
import tacit.api.recall.SearchIndex;
import tacit.api.reflect.SuggestionDesk;
import tacit.api.store.Database;
import tacit.evidence.redaction.PatternRedactor;
import tacit.pulse.loop.HeartBeat;
import tacit.runtime.testkit.FakeGate;

/** The core of a host over a real database, in a world of simulated people and work. Confined to one thread. */
final class World {

    /** What a host would find in its bundles, by the packages that hold them. */
    private static final List<String> COMPONENTS = List.of(
            "tacit.surface.access.SqlAuditLog",
            "tacit.evidence.trace.SqlTraceStore",
            "tacit.memory.record.SqlMemoryStore",
            "tacit.memory.archive.StoredArchive",
            "tacit.memory.workspace.SqlWorkspaces",
            "tacit.pulse.profiles.SqlAutomationProfiles",
            "tacit.pulse.profiles.SqlScopedSettings",
            "tacit.pulse.profiles.SqlCoreSwitches",
            "tacit.pulse.profiles.StoredTwins",
            "tacit.pulse.signals.SqlSignals",
            "tacit.pulse.traces.SqlCoreTraces",
            "tacit.pulse.traces.SqlLearningsLog",
            "tacit.pulse.heartbeat.OrderedRulesPolicy",
            "tacit.pulse.autonomy.LayeredPolicy",
            "tacit.pulse.suggestions.ResponsePolicy",
            "tacit.pulse.offers.Teaching",
            "tacit.pulse.offers.SqlSuggestionDesk",
            "tacit.pulse.approvals.StoredApprovals",
            "tacit.pulse.approvals.Judge",
            "tacit.pulse.approvals.Bell",
            "tacit.pulse.approvals.Rules",
            "tacit.pulse.approvals.Measuring",
            "tacit.trigger.checklist.MarkdownChecklist",
            "tacit.pulse.loop.HeartBeat",
            "tacit.pulse.loop.PulseStore",
            "tacit.pulse.loop.Profiles",
            "tacit.pulse.loop.Tuned",
            "tacit.pulse.loop.Cycle",
            "tacit.pulse.loop.Pulses",
            "tacit.pulse.loop.Interruptions",
            "tacit.pulse.loop.Budgets",
            "tacit.pulse.loop.Sweep",
            "tacit.pulse.loop.Situations",
            "tacit.pulse.loop.Gates",
            "tacit.pulse.loop.Works",
            "tacit.pulse.loop.DuePoints",
            "tacit.pulse.loop.Doing",
            "tacit.pulse.loop.Telling",
            "tacit.pulse.loop.Thoughts",
            "tacit.pulse.loop.Recording",
            "tacit.pulse.loop.Asking",
            "tacit.pulse.loop.Briefs",
            "tacit.pulse.loop.Spans",
            "tacit.pulse.loop.Ends",
            "tacit.pulse.loop.LiveDispatches",
            "tacit.pulse.loop.LivePulseDesk",
            "tacit.pulse.loop.Ears");

    final MonthClock clock = new MonthClock(Plan.BEGIN);
    final People people;
    final Work work;
    final Signals signals;
    final AutomationProfiles profiles;
    final SuggestionDesk suggestions;
    final Approvals approvals;
    final CoreTraces traces;
    final LearningsLog learnings;
    final PulseDesk pulses;
    final HeartBeat heart;
    final ExecutionListener ears;
    private final Plan plan;
    private final Journal journal;

    World(Plan plan, Database database, Journal journal) {
        this.plan = plan;
        this.journal = journal;
        people = new People(plan, clock);
        work = new Work(clock, journal);
        Wiring wiring = new Wiring(components());
        Stream.of(
                        database,
                        clock,
                        new PatternRedactor(),
                        new FakeGate(),
                        people,
                        work,
                        absent(SearchIndex.class),
                        files())
                .forEach(wiring::give);
        wiring.configure(find("tacit.memory.archive.StoredArchive"), Map.of("structured_observations", false));
        signals = wiring.get(Signals.class);
        profiles = wiring.get(AutomationProfiles.class);
        suggestions = wiring.get(SuggestionDesk.class);
        approvals = wiring.get(Approvals.class);
        traces = wiring.get(CoreTraces.class);
        learnings = wiring.get(LearningsLog.class);
        pulses = wiring.get(PulseDesk.class);
        heart = wiring.get(HeartBeat.class);
        ears = wiring.get(ExecutionListener.class);
        ScopedSettings settings = wiring.get(ScopedSettings.class);
        wiring.connect();
        settle(settings);
        work.profiles(all().stream().map(AutomationProfile::id).toList());
    }

    private static List<Class<?>> components() {
        List<Class<?>> all = new ArrayList<>();
        COMPONENTS.forEach(name -> all.add(find(name)));
        return all;
    }

    private static Class<?> find(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("There is no component " + name, e);
        }
    }

    private static <T> T absent(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    throw new IllegalStateException(type.getSimpleName() + " is not part of the month");
                }));
    }

    /** Workspaces without folders: there is no checklist in any. */
    private static WorkspaceFiles files() {
        return (WorkspaceFiles) Proxy.newProxyInstance(
                WorkspaceFiles.class.getClassLoader(),
                new Class<?>[] {WorkspaceFiles.class, Workspaces.class},
                (self, method, arguments) -> {
                    if (method.getReturnType() == Optional.class) {
                        return Optional.empty();
                    }
                    if (method.getReturnType() == List.class) {
                        return List.of();
                    }
                    throw new IllegalArgumentException("A workspace of the month has no folder");
                });
    }

    /** The profiles in the order of their roles. */
    List<AutomationProfile> all() {
        List<AutomationProfile> all = new ArrayList<>();
        for (int i = 0; i < plan.profiles(); i++) {
            all.add(profiles.findByRole(Plan.role(i)).orElseThrow());
        }
        return all;
    }

    private void settle(ScopedSettings settings) {
        for (int i = 0; i < plan.profiles(); i++) {
            if (profiles.findByRole(Plan.role(i)).isEmpty()) {
                profiles.create(Plan.role(i), Plan.workspace(i), settings(i), "operator");
            }
        }
        if (settings.resolve("autonomy.autoApprove", ScopedSettings.Subject.ORG).scope() == null) {
            settings.set(SettingScope.ORG, "org", "autonomy.autoApprove", "dispatch,notify", "operator", "the month");
        }
    }

    /** One in four dispatches, half suggest, the rest look on; most sleep at night and on Sundays. */
    private static ProfileSettings settings(int number) {
        Stance stance = number % 4 == 0 ? Stance.DISPATCHER : number % 4 == 3 ? Stance.OBSERVER : Stance.OPERATOR;
        ActiveHours hours = number % 5 == 4
                ? new ActiveHours("UTC", 20, 4, List.of())
                : new ActiveHours("UTC", 7, 21, number % 2 == 0 ? List.of() : Plan.workdays());
        return new ProfileSettings(
                true,
                Duration.ofMinutes(30 + 10L * (number % 4)),
                Duration.ofMinutes(number % 30),
                Duration.ofMinutes(90),
                2 + number % 4,
                stance,
                hours);
    }

    /** One step of the month: what happens, then what the core makes of it. */
    void step(int step, Told told) {
        Instant now = plan.at(step + 1);
        clock.set(now);
        List<SignalDraft> drafts = told.in(step, work);
        if (!drafts.isEmpty()) {
            signals.submit(drafts);
            journal.told(step);
        }
        work.advance(now, ears);
        heart.tick(now);
        if ((step + 1) % 12 == 0) {
            suggestions.age();
            people.look(suggestions, approvals);
        }
        if ((step + 1) % 288 == 0) {
            signals.prune(now.minus(Duration.ofDays(2)));
        }
    }

    /** The people go home, and what was put off is delivered: a day after the end nothing waits any more. */
    void end() {
        people.leave();
        for (int step = plan.steps(); step < plan.steps() + 288; step++) {
            Instant now = plan.at(step + 1);
            clock.set(now);
            work.advance(now, ears);
            heart.tick(now);
        }
    }

    static Path journal(Path directory) {
        return directory.resolve("world.txt");
    }
}
