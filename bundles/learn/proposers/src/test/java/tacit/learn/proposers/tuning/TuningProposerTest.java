package tacit.learn.proposers.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static tacit.learn.proposers.World.SCOPE;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.ExperimentState;
import tacit.api.experiment.Experiments;
import tacit.api.experiment.Proposal;
import tacit.api.experiment.Proposal.ChangeKind;
import tacit.api.experiment.Proposer.Answer;
import tacit.api.generation.Artifact;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.ProfileTuning;
import tacit.api.pulse.PulsePolicy;
import tacit.api.pulse.PulseSituation;
import tacit.api.pulse.PulseSituation.LastDispatch;
import tacit.api.pulse.PulseSituation.Limits;
import tacit.api.store.Database;
import tacit.learn.proposers.World;
import tacit.pulse.heartbeat.OrderedRulesPolicy;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.ListProfiles;

/**
 * Tuning by the real policy of pulses, with the real experiments: the profile {@code p1} pulses each 15 minutes, rests 120 and may
 * start 6 dispatches a day. A case says which rule must decide on a due point of a checklist.
 */
@EachDatabase
class TuningProposerTest {

    private static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");
    private static final String PID = World.HEART_PID;

    @TempDir
    Path folder;

    private World world;
    private final Map<String, Object> settings = new HashMap<>();
    private final Map<String, PulseSituation> situations = new HashMap<>();
    private final ListProfiles profiles = new ListProfiles().add("p1", SCOPE.workspaceId(), true);
    private final ListFamilies families = new ListFamilies();

    @BeforeEach
    void open(Database database) {
        world = new World(database, folder);
        world.fill(TuningSetting.ROLE, World.HEART, PID, Map.of(ProfileTuning.SETTING, "String"));
        world.answerers.put(World.HEART, (all, id) -> answer(policy(all.get(PID)), id));
    }

    private static PulsePolicy policy(Map<String, String> settings) {
        String tuning = settings == null ? "" : settings.getOrDefault(ProfileTuning.SETTING, "");
        return new OrderedRulesPolicy(
                Configurations.of(OrderedRulesPolicy.Config.class, Map.of(ProfileTuning.SETTING, tuning)));
    }

    private String answer(PulsePolicy policy, String id) {
        return id.startsWith("cadence")
                ? '"' + String.valueOf(policy.tuning(profile()).cadenceMinutes()) + '"'
                : '"' + policy.decide(situations.get(id)).rule() + '"';
    }

    private AutomationProfile profile() {
        return profiles.find("p1").orElseThrow();
    }

    private void asked(String id, boolean older, int minutesAgo, int dispatches, String rule) {
        LastDispatch last = new LastDispatch(NOW.minus(Duration.ofMinutes(minutesAgo)), true);
        Limits limits =
                new Limits(null, last.restsUntil(Duration.ofHours(2)), dispatches, 0, 0, 0, 0, 0, 0, true, last);
        situations.put(
                id,
                new PulseSituation(profile(), NOW, "UTC", false, List.of(), 1, 0, false, List.of(), List.of(), limits));
        world.cases.add(TuningSetting.ROLE, id, "decide(PulseSituation)", "[\"p1\"]", older, '"' + rule + '"');
    }

    /** Dispatches that came too late, and one that must not come sooner. */
    private void tooSlow(boolean older, int count) {
        for (int i = 0; i < count; i++) {
            asked("slow" + older + i, older, 70, 1, "asked");
        }
        asked("calm" + older, older, 40, 1, "cooldown");
    }

    private TuningProposer proposer() {
        return new TuningProposer(
                world.generations,
                world,
                world,
                world.cases,
                profiles,
                families,
                List.of(world.evaluator()),
                world.database,
                Configurations.of(TuningProposer.Config.class, settings));
    }

    private Answer answer() {
        return proposer().propose(SCOPE, world.context(10_000));
    }

    private static String text(Answer answer) {
        return answer.proposals().get(0).change().configurations().get(PID).get(ProfileTuning.SETTING);
    }

    private Map<String, String> inForce() {
        return world.generations.now().configurations().getOrDefault(PID, new TreeMap<>());
    }

    @Test
    void w10ProposesTheValueThatMendsMostAndBreaksNoneOfSeveral() {
        tooSlow(true, 4);

        Answer answer = answer();

        assertThat(text(answer)).isEqualTo("p1 cooldown=60");
        Proposal proposal = answer.proposals().get(0);
        assertThat(proposal.kind()).isEqualTo(ChangeKind.AUTOMATION_PROFILE);
        assertThat(proposal.role()).isEqualTo("heartbeat");
        assertThat(proposal.title()).isEqualTo("Tune profile p1: cooldown=60");
        assertThat(proposal.why()).contains("it mends most: 4, and breaks none");
        assertThat(proposal.evidence()).contains("d-slowtrue0");
        assertThat(proposal.clusterId()).isNull();
        assertThat(world.runs).as("several values, each under both arms").hasSizeGreaterThan(20);
    }

    @Test
    void triesOlderCasesAlone() {
        tooSlow(true, 3);
        tooSlow(false, 30);

        answer();

        assertThat(world.runs).allSatisfy(run -> assertThat(run.cases())
                .allSatisfy(one -> assertThat(one.id()).contains("true")));
    }

    @Test
    void tunesTheBudgetWhereThatIsWhatHeldPulsesBack() {
        for (int i = 0; i < 3; i++) {
            asked("spent" + i, true, 600, 6, "asked");
        }
        asked("much", true, 600, 7, "dispatch_budget");

        assertThat(text(answer())).isEqualTo("p1 budget=7");
    }

    @Test
    void putsTheBestCooldownAndTheBestBudgetTogether() {
        tooSlow(true, 3);
        for (int i = 0; i < 3; i++) {
            asked("spent" + i, true, 600, 6, "asked");
        }

        assertThat(text(answer())).isEqualTo("p1 cooldown=60 budget=7");
    }

    @Test
    void triesCadencesWhereCasesAskForThem() {
        for (int i = 0; i < 3; i++) {
            world.cases.add(
                    TuningSetting.ROLE,
                    "cadence" + i,
                    "tuning(AutomationProfile)",
                    "[{\"id\":\"p1\"}]",
                    true,
                    "\"60\"");
        }

        assertThat(text(answer())).isEqualTo("p1 cadence=60");
    }

    @Test
    void keepsTheLinesOfOtherProfiles() {
        tooSlow(true, 3);
        world.generations.fill(
                TuningSetting.ROLE,
                new Artifact("tacit.heartbeat", "1.0.0", World.HEART),
                PID,
                new TreeMap<>(Map.of(ProfileTuning.SETTING, "p0 budget=2\np1 budget=5")));

        assertThat(text(answer())).isEqualTo("p0 budget=2\np1 cooldown=60 budget=5");
    }

    @Test
    void w10ProposesNothingWhereTooFewFailAndAsksNothingTwice() {
        tooSlow(true, 2);
        Answer first = answer();
        int asked = world.runs.size();

        Answer second = answer();

        assertThat(first.proposals()).isEmpty();
        assertThat(second.notes()).containsExactly("Too few older cases of role heartbeat fail");
        assertThat(second.casesAsked()).isZero();
        assertThat(world.runs).hasSize(asked);
    }

    @Test
    void w10DoesNotProposeAgainWhatWasRejected() {
        tooSlow(true, 4);
        Experiments experiments = world.experiments();
        Experiment made = experiments.propose(SCOPE, answer().proposals().get(0));
        assertThat(answer().notes()).singleElement().asString().contains("under way claims");

        experiments.reject(SCOPE, made.id(), "ben", "not for us");

        assertThat(answer().proposals()).isEmpty();
    }

    @Test
    void namesTheFamilyThatTheChangeIsAgainst() {
        tooSlow(true, 4);
        families.add("c-budget", "budget_mismatch");
        families.add("c-late", "dispatch_underreach");

        assertThat(answer().proposals().get(0).clusterId()).isEqualTo("c-late");
    }

    @Test
    void keepsWithinItsBudgetOfCases() {
        tooSlow(true, 4);

        Answer answer = proposer().propose(SCOPE, world.context(9));

        assertThat(answer.casesAsked()).isEqualTo(5);
    }

    @Test
    void asksNothingWhereNothingCanBeTuned() {
        world.generations.fill(
                TuningSetting.ROLE, new Artifact("tacit.style", "1.0.0", World.STYLE), PID, new TreeMap<>());

        assertThat(answer().notes()).containsExactly("Nothing that fills role heartbeat has a setting for it");
    }

    @Test
    void refusesSettingsOutOfBounds() {
        settings.put("least_mended", 0);

        assertThatIllegalArgumentException().isThrownBy(this::proposer).withMessageContaining("least.mended");
    }

    /** W1: proposal, executed gate, promotion by another, and the way back, none of which writes to the profile. */
    @Test
    void w1AProfileIsTunedByAGenerationAndByNothingElse() {
        tooSlow(true, 4);
        tooSlow(false, 30);
        AutomationProfile row = profile();
        Experiments experiments = world.experiments();
        Experiment made = experiments.propose(SCOPE, answer().proposals().get(0));

        Experiment ran = experiments.run(SCOPE, made.id(), "ada");
        assertThat(ran.state()).as(ran.toString()).isEqualTo(ExperimentState.PASSED_GATE);
        assertThat(inForce()).isEmpty();
        experiments.promote(SCOPE, made.id(), "ben", "it helps");

        assertThat(inForce()).containsEntry(ProfileTuning.SETTING, "p1 cooldown=60");
        assertThat(policy(inForce()).decide(situations.get("slowfalse0")).rule())
                .isEqualTo("asked");
        assertThat(profile()).isSameAs(row);

        experiments.rollBack(SCOPE, made.id(), "ben", "no");
        assertThat(inForce()).doesNotContainKey(ProfileTuning.SETTING);
        assertThat(policy(inForce()).decide(situations.get("slowfalse0")).rule())
                .isEqualTo("cooldown");
    }

    /** W1: the gate of the reference looked at the kind of a proposal, not at what it does. */
    @Test
    void w1AProposalInTheWrongDirectionDoesNotPass() {
        tooSlow(false, 30);
        asked("soon", false, 130, 1, "asked");
        Experiments experiments = world.experiments();
        Consumer<String> refused = tuning -> {
            Experiment made = experiments.propose(
                    SCOPE,
                    new Proposal(
                            ChangeKind.AUTOMATION_PROFILE,
                            new TuningSetting(PID, List.of())
                                    .saying(ProfileTuning.parse(tuning).get(0)),
                            "heartbeat",
                            "Rest longer",
                            "It may help",
                            List.of(),
                            null,
                            "ada"));
            assertThat(experiments.run(SCOPE, made.id(), "ada").state()).isEqualTo(ExperimentState.FAILED_GATE);
        };

        refused.accept("p1 cooldown=240");
        refused.accept("p1 cooldown=15");
    }
}
