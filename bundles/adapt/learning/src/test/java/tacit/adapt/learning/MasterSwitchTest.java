package tacit.adapt.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.adapt.learning.SkillHost.ADA;
import static tacit.adapt.learning.SkillHost.TEAM;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.adapt.style.StoredPersonality;
import tacit.adapt.style.StoredStyle;
import tacit.api.adapt.EvolutionMetricsService;
import tacit.api.adapt.FeedbackRoute;
import tacit.api.adapt.LearningStep.Stage;
import tacit.api.adapt.SkillUses;
import tacit.api.adapt.StateFilter;
import tacit.api.adapt.UserCorrection;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.api.trace.Operation;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.Span;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceStatus;
import tacit.api.trace.TraceUpdate;
import tacit.memory.distill.TraceDistiller;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;

/** The switch of the distiller stops every stage that adapts, whatever the switches of the stages say. */
@EachDatabase
class MasterSwitchTest {

    private static final Scope NORA = new Scope("w1", "nora");
    private static final String OFF = "learning is switched off";

    @TempDir
    Path folder;

    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final List<Scope> measured = new ArrayList<>();
    private Desk desk;
    private SkillHost skills;
    private Reports reports;

    /** A stage: what it does with a run, and whether that left anything. */
    private record Part(Runnable act, BooleanSupplier left) {}

    @BeforeEach
    void open(Database database) throws IOException {
        desk = new Desk(database, folder.toRealPath());
        skills = new SkillHost(database, folder, Map.of());
        reports = new Reports(skills);
        skills.desk.approve(TEAM, skills.proposed("notes", "Read and write"), ADA, null, null);
        List.of("a", "b", "c").forEach(run -> skills.learnt(run, "Run tests", null));
        skills.used("d", OutcomeLabel.SUCCESS, "notes");
        saidBy("nora", "said", "I said staging, not production");
        parts.put("style", new Part(this::style, () -> skills.states
                .find(NORA, "style", "all")
                .isPresent()));
        parts.put("skill proposals", new Part(() -> round("a", "b", "c"), this::isProposed));
        parts.put("skill uses", new Part(() -> round("d"), this::isCounted));
        parts.put("progress", new Part(this::report, this::isPutRight));
        parts.put("metrics", new Part(this::measure, () -> !measured.isEmpty()));
        parts.put("feedback", new Part(this::feedback, () -> !desk.shifted().equals("balanced")));
    }

    @Test
    void stopsEveryStageAndLetsEachGoOnWhenItIsOnAgain() {
        switched(false);
        parts.forEach((name, part) -> {
            part.act().run();
            assertThat(part.left().getAsBoolean())
                    .as(name + " while learning is off")
                    .isFalse();
        });

        switched(true);
        parts.forEach((name, part) -> {
            part.act().run();
            assertThat(part.left().getAsBoolean())
                    .as(name + " while learning is on")
                    .isTrue();
        });
    }

    @Test
    void saysSoInTheReportOfARunAndInTheAnswerToFeedback() {
        switched(false);
        report();

        assertThat(reports.summary(TEAM, "said", Stage.SKILL_PROPOSED)).isEqualTo("No skill was proposed: " + OFF);
        assertThat(reports.summary(TEAM, "said", Stage.NO_LEARNING)).isEqualTo("Nothing learnt, because " + OFF);
        desk.run("t1");
        assertThat(desk.desk()
                        .give(Desk.SCOPE, "web", Given.accepted("f0"))
                        .routed()
                        .values())
                .extracting(FeedbackRoute::words)
                .containsOnly("nothing is learnt: " + OFF);
        assertThat(skills.audit.entries).noneMatch(entry -> entry.action().equals("style.adapt"));
    }

    private void switched(boolean on) {
        skills.learning.to(distiller(on).switches());
        desk.learning.to(distiller(on).switches());
    }

    private TraceDistiller distiller(boolean on) {
        return new TraceDistiller(
                skills.traces, skills.memories, Configurations.of(TraceDistiller.Config.class, Map.of("enabled", on)));
    }

    private void saidBy(String user, String run, String words) {
        Span chat = Span.builder("s1", Operation.CHAT, "chat")
                .startedAt(skills.clock.instant())
                .input("[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"" + words + "\"}]}]")
                .build();
        Trace trace = Trace.builder(run)
                .workspaceId("w1")
                .userId(user)
                .status(TraceStatus.COMPLETED)
                .startedAt(skills.clock.instant())
                .build();
        skills.traces.append(TEAM, List.of(TraceUpdate.of(trace, List.of(chat))));
    }

    private void style() {
        StoredStyle style = new StoredStyle(
                skills.states, skills.clock, Configurations.of(StoredStyle.Config.class, Map.of("enabled", true)));
        StoredPersonality personality = new StoredPersonality(skills.states, skills.clock);
        new StyleLearner(
                        skills.traces, skills.learning, distiller(true), style, personality, skills.audit, skills.clock)
                .learn(TEAM, List.of("said"));
    }

    private void round(String... runs) {
        skills.round(Map.of("propose", true, "count_uses", true)).learn(TEAM, List.of(runs));
    }

    private boolean isProposed() {
        return skills.proposals.list(TEAM, null, 10).stream().anyMatch(one -> one.patternId() != null);
    }

    private boolean isCounted() {
        return skills.skills.find(TEAM, "notes").orElseThrow().uses().equals(new SkillUses(1, 0, 0));
    }

    private void report() {
        boolean on = skills.learning.switches().enabled();
        reports.looks.learnt(
                TEAM, "said", distiller(on).runHotPath(TEAM, "said", skills.clock.instant()), Reports.wroteNothing());
        reports.round().learn(TEAM, List.of("said"));
    }

    private boolean isPutRight() {
        return skills.states.count(NORA, StateFilter.of(UserCorrection.KIND)) > 0;
    }

    private void measure() {
        RoleEvolution evolution = new RoleEvolution(skills.states, skills.learning, skills.clock);
        evolution.metrics = EvolutionMetricsService.class.cast(Proxy.newProxyInstance(
                EvolutionMetricsService.class.getClassLoader(),
                new Class<?>[] {EvolutionMetricsService.class},
                (self, method, arguments) -> {
                    measured.add((Scope) arguments[0]);
                    return null;
                }));
        evolution.keep("w1");
    }

    private void feedback() {
        boolean on = desk.learning.switches().enabled();
        String id = on ? "on" : "off";
        desk.run(id);
        desk.desk().give(Desk.SCOPE, "web", Given.in(id, Given.rejected(id, "too_verbose", null)));
    }
}
