package tacit.learn.proposers.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.learn.proposers.World.SCOPE;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.ExperimentState;
import tacit.api.experiment.Experiments;
import tacit.api.experiment.Proposal;
import tacit.api.experiment.Proposal.ChangeKind;
import tacit.api.experiment.Proposer.Answer;
import tacit.api.reflect.Hypothesis;
import tacit.api.reflect.ReflectionAction;
import tacit.api.reflect.ReflectionEvidence;
import tacit.api.reflect.ReflectionJudgement.Permission;
import tacit.api.reflect.ReflectionPolicy;
import tacit.api.reflect.ReflectionSettings;
import tacit.api.reflect.ReflectionSituation;
import tacit.api.reflect.ReflectionTarget;
import tacit.api.store.Database;
import tacit.learn.proposers.World;
import tacit.pulse.reflection.ScoredReflection;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;

/**
 * The bars of the real reflection, with the real experiments: what was seen two and a half days ago should have been started, what
 * was seen just three days ago should not.
 */
@EachDatabase
class ReflectionSettingsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final String ROLE = "reflection";
    private static final String PID = "tacit.pulse.reflection.ScoredReflection";
    private static final String HASH = "d".repeat(64);
    private static final String METATYPE = """
            <metatype:MetaData xmlns:metatype="http://www.osgi.org/xmlns/metatype/v1.2.0">
              <OCD id="reflection" name="Reflection">
                <AD id="least.freshness" type="Double" default="0.2" min="0" max="1"/>
              </OCD>
              <Designate pid="PID"><Object ocdref="reflection"/></Designate>
            </metatype:MetaData>
            """.replace("PID", PID);

    @TempDir
    Path folder;

    private World world;
    private final Map<String, ReflectionSituation> situations = new HashMap<>();

    @BeforeEach
    void open(Database database) {
        world = new World(database, folder);
        world.fill(ROLE, HASH, PID, Map.of("least.freshness", "Double"), Jars.of(METATYPE));
        world.answerers.put(
                HASH,
                (all, id) ->
                        '"' + judged(all.getOrDefault(PID, new TreeMap<>()), id).name() + '"');
    }

    private Permission judged(Map<String, String> settings, String id) {
        double freshness = Double.parseDouble(settings.getOrDefault("least.freshness", "0.2"));
        ReflectionPolicy policy = new ScoredReflection(
                Configurations.of(ScoredReflection.Config.class, Map.of("least_freshness", freshness)));
        return policy.judge(situations.get(id), winner()).permission();
    }

    private static Hypothesis winner() {
        return new Hypothesis("h", "h", "Mend it", "It fails", "Mend it", List.of(), .8, List.of("e"));
    }

    private void seen(String id, boolean older, double hours, Permission wanted) {
        situations.put(id, situation(NOW.minus(Duration.ofMinutes(Math.round(hours * 60)))));
        world.cases.add(ROLE, id, older, '"' + wanted.name() + '"');
    }

    private static ReflectionSituation situation(Instant at) {
        ReflectionEvidence.Type type = ReflectionEvidence.Type.TASK_SIGNAL;
        ReflectionEvidence evidence =
                new ReflectionEvidence("e", type, true, type.weight(true), "f", "seen", "s", null, at);
        ReflectionTarget target = new ReflectionTarget(
                "ops",
                "workspace:shop",
                ReflectionTarget.Kind.WORKSPACE,
                "shop",
                "the shop",
                ReflectionTarget.Health.HEALTHY,
                ReflectionTarget.State.IDLE,
                ReflectionTarget.Persistence.DURABLE,
                ReflectionTarget.MissedRun.SKIP,
                Duration.ZERO,
                0,
                "",
                ReflectionTarget.Times.NEVER,
                new ReflectionTarget.Last(null, null, null, null));
        return new ReflectionSituation(
                "run", target, List.of(evidence), List.of(), List.of(), automatic(), 0, false, NOW);
    }

    private static ReflectionSettings automatic() {
        ReflectionSettings usual = ReflectionSettings.USUAL;
        return new ReflectionSettings(
                true,
                true,
                usual.cadence(),
                usual.kinds(),
                usual.durableKinds(),
                false,
                ReflectionSettings.Autonomy.BALANCED_AUTOPILOT,
                List.of(),
                4,
                usual.models(),
                new ReflectionSettings.Dispatch(
                        true,
                        Map.of(ReflectionTarget.Kind.WORKSPACE, ReflectionAction.TASK),
                        List.of(ReflectionAction.values()),
                        true,
                        true,
                        true),
                usual.notices(),
                usual.keeping());
    }

    private SettingsProposer proposer() {
        return new SettingsProposer(
                world.generations,
                world,
                world,
                world.cases,
                List.of(world.evaluator()),
                world.database,
                Configurations.of(SettingsProposer.Config.class, Map.of()));
    }

    private Map<String, String> inForce() {
        return world.generations.now().configurations().getOrDefault(PID, new TreeMap<>());
    }

    /** W1: the settings of reflection change by a generation, after an executed gate, and go back with one act. */
    @Test
    void w1ABarOfReflectionIsProposedProvedPromotedAndRolledBack() {
        for (int i = 0; i < 4; i++) {
            seen("older" + i, true, 60, Permission.ALLOWED);
        }
        seen("old", true, 71.9, Permission.ESCALATED);
        for (int i = 0; i < 30; i++) {
            seen("newer" + i, false, 58, Permission.ALLOWED);
        }
        seen("stale", false, 72, Permission.ESCALATED);
        Experiments experiments = world.experiments();

        Answer answer = proposer().propose(SCOPE, world.context(10_000));
        assertThat(answer.proposals()).as(answer.notes().toString()).hasSize(1);
        Proposal proposal = answer.proposals().get(0);
        assertThat(proposal.kind()).isEqualTo(ChangeKind.REFLECTION_SETTINGS);
        Experiment made = experiments.propose(SCOPE, proposal);
        assertThat(experiments.run(SCOPE, made.id(), "ada").state()).isEqualTo(ExperimentState.PASSED_GATE);
        assertThat(judged(inForce(), "newer0")).isEqualTo(Permission.ESCALATED);

        experiments.promote(SCOPE, made.id(), "ben", "it waits for nothing");
        assertThat(Double.parseDouble(inForce().get("least.freshness"))).isBetween(.002, .166);
        assertThat(judged(inForce(), "newer0")).isEqualTo(Permission.ALLOWED);
        assertThat(judged(inForce(), "stale")).isEqualTo(Permission.ESCALATED);

        experiments.rollBack(SCOPE, made.id(), "ben", "no");
        assertThat(inForce()).doesNotContainKey("least.freshness");
        assertThat(judged(inForce(), "newer0")).isEqualTo(Permission.ESCALATED);
    }
}
