package tacit.pulse.mind;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.ProfileSettings;
import tacit.api.reflect.Hypothesis;
import tacit.api.reflect.HypothesisGenerator;
import tacit.api.reflect.ReflectionDesk.ReflectionResult;
import tacit.api.reflect.ReflectionEvidence;
import tacit.api.reflect.ReflectionRun;
import tacit.api.reflect.ReflectionSituation;
import tacit.api.reflect.ReflectionTarget.Kind;
import tacit.api.store.Database;
import tacit.evidence.redaction.PatternRedactor;
import tacit.memory.workspace.FolderFiles;
import tacit.pulse.mind.files.Artefacts;
import tacit.pulse.mind.files.Shelf;
import tacit.pulse.mind.run.Closing;
import tacit.pulse.mind.run.Dispatching;
import tacit.pulse.mind.run.Dreams;
import tacit.pulse.mind.run.Notices;
import tacit.pulse.mind.run.Responses;
import tacit.pulse.mind.run.Settling;
import tacit.pulse.mind.run.Situations;
import tacit.pulse.mind.run.Stages;
import tacit.pulse.mind.run.Starting;
import tacit.pulse.mind.run.Synthesis;
import tacit.pulse.mind.run.Telling;
import tacit.pulse.mind.run.Thinking;
import tacit.pulse.mind.seen.Gathering;
import tacit.pulse.mind.seen.Refresh;
import tacit.pulse.mind.seen.Sighting;
import tacit.pulse.mind.seen.Source;
import tacit.pulse.mind.store.Digest;
import tacit.pulse.reflection.AutomationIdeas;
import tacit.pulse.reflection.BacklogIdeas;
import tacit.pulse.reflection.EvidenceCritic;
import tacit.pulse.reflection.FailureIdeas;
import tacit.pulse.reflection.RespondIdeas;
import tacit.pulse.reflection.ScoredReflection;
import tacit.runtime.testkit.Configurations;

/** Reflection over a real database, with everything around it as a fake that can be looked into. */
public final class Rig {

    public static final Instant BEGIN = Instant.parse("2026-03-02T10:00:00Z");

    public Instant now = BEGIN;
    public final Map<String, String> settings = new HashMap<>(Map.of("reflection.enabled", "true"));
    public final List<Sighting> sightings = new ArrayList<>();
    public final FakeSurroundings around = new FakeSurroundings(this);
    public final FakeOutlets out = new FakeOutlets(this);
    public final Mind mind;
    public final Governed governed;
    public final Responses responses;
    public final Closing closing;
    public final Shelf shelf;
    public final Reflecting reflecting;
    public final DurableReflection desk;
    public final Upkeep upkeep;
    public final Notices notices;
    public final ToldActs toldActs;
    public List<HypothesisGenerator> generators =
            new ArrayList<>(List.of(new FailureIdeas(), new RespondIdeas(), new AutomationIdeas(), new BacklogIdeas()));

    public Rig(Database database, Path folder) {
        Clock clock = new RigClock(this);
        mind = new Mind(database, new PatternRedactor(), clock);
        Outlets outlets = new Outlets(out.dispatches(), out.suggestions(), workspace -> out.focused);
        governed = new Governed(around.scoped());
        Thinkers thinkers = new Thinkers(
                List.of(all()),
                new EvidenceCritic(null),
                new ScoredReflection(Configurations.of(ScoredReflection.Config.class, Map.of())));
        Telling telling = new Telling(mind, around.traces());
        Situations situations = new Situations(mind, outlets);
        notices = new Notices(mind, telling);
        toldActs = new ToldActs(around.profiles(), governed, notices);
        closing = new Closing(mind);
        responses = new Responses(mind, outlets, closing);
        shelf = new Shelf(mind, FolderFiles.of(folder));
        Thinking thinking = new Thinking(
                mind,
                around.switches(),
                telling,
                new Stages(mind, thinkers, situations, telling),
                new Synthesis(mind, thinkers, situations, telling),
                new Dispatching(mind, new Starting(mind, outlets, situations), notices, telling));
        Settling settling = new Settling(
                mind,
                around.traces(),
                around.learnings(),
                around.switches(),
                new Dreams(mind, telling),
                new Artefacts(mind, shelf));
        Refresh refresh = new Refresh(mind, new Gathering(mind, List.of(source())));
        reflecting = new Reflecting(
                mind, around.profiles(), governed, around.switches(), refresh, thinkers, thinking, settling, responses);
        desk = new DurableReflection(
                mind,
                reflecting,
                new Reviewing(mind, around.audit(), shelf),
                responses,
                notices,
                governed,
                around.switches());
        upkeep = new Upkeep(mind, around.profiles(), governed, reflecting, responses, notices, shelf);
    }

    public static AutomationProfile profile(String id) {
        return new AutomationProfile(
                id, "role-" + id, "shop", ProfileSettings.USUAL, AutomationProfile.State.NEW, 1, BEGIN, BEGIN);
    }

    /** Asks the generators that there are now, so that a test may change them. */
    private HypothesisGenerator all() {
        return new HypothesisGenerator() {

            @Override
            public String name() {
                return "all";
            }

            @Override
            public List<Hypothesis> propose(ReflectionSituation situation) {
                return generators.stream()
                        .flatMap(one -> one.propose(situation).stream())
                        .toList();
            }
        };
    }

    private Source source() {
        return new Source() {

            @Override
            public String name() {
                return "fake";
            }

            @Override
            public List<Sighting> look(AutomationProfile profile, Instant since) {
                return sightings.stream()
                        .filter(one -> !one.at().isBefore(since))
                        .toList();
            }
        };
    }

    /** Sees something of the workspace now. */
    public void sees(ReflectionEvidence.Type type, boolean actionable, String text) {
        sightings.add(new Sighting(
                "workspace:shop",
                Kind.WORKSPACE,
                "the workspace shop",
                type,
                actionable,
                Digest.ofText(text),
                text,
                "x:" + text,
                null,
                now));
    }

    public Optional<ReflectionResult> reflect() {
        return desk.reflect("ops", null, "pulse:p1", false);
    }

    public ReflectionRun.Whole whole() {
        String id = reflect().orElseThrow().runId();
        return desk.run(id).orElseThrow();
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    private static final class RigClock extends Clock {

        private final Rig rig;

        RigClock(Rig rig) {
            this.rig = rig;
        }

        @Override
        public Instant instant() {
            return rig.now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
