package tacit.learn.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.learn.lineage.Rig.SCOPE;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.adapt.Skill;
import tacit.api.adapt.SkillActor;
import tacit.api.adapt.SkillDraft;
import tacit.api.adapt.SkillUses;
import tacit.api.adapt.SkillVersion;
import tacit.api.adapt.Skills;
import tacit.api.experiment.Lineage.Kind;
import tacit.api.experiment.Lineage.Level;
import tacit.api.experiment.Lineage.Node;
import tacit.api.experiment.Lineage.Question;
import tacit.api.experiment.Lineage.View;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryDraft;
import tacit.api.memory.MemoryLearning;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.runtime.testkit.EachDatabase;

class MemoryEdgesTest {

    private static String remember(
            Rig rig, String layer, String text, Map<String, String> attributes, String... traces) {
        return rig.memories
                .add(new MemoryDraft(
                        "w1",
                        layer,
                        "preference",
                        text,
                        text,
                        MemoryScope.WORKSPACE,
                        Visibility.SHARED,
                        TrustLane.STATEMENT,
                        Arrays.stream(traces)
                                .map(id -> Evidence.of(id.contains("/") ? Evidence.Kind.SPAN : Evidence.Kind.TRACE, id))
                                .toList(),
                        0.9,
                        null,
                        null,
                        null,
                        new TreeMap<>(attributes)))
                .record()
                .id();
    }

    private static void noted(Rig rig, String trace, String written) {
        remember(rig, MemoryLearning.LAYER, "note of " + trace, Map.of("trace", trace, "written", written), trace);
    }

    /** Keeps one skill. */
    private static Skills skill(@Nullable String pattern, String... evidence) {
        Instant at = Instant.parse("2026-03-01T12:00:00Z");
        SkillDraft content = new SkillDraft("notes", "Notes", "Writes notes", "Write", "", "", List.of(), true);
        SkillActor by = new SkillActor(SkillActor.Kind.AGENT, "coder");
        SkillVersion version = new SkillVersion(2, content, List.of(evidence), null, by, "", at);
        Skill one = new Skill("notes", Skill.State.ACTIVE, version, new SkillUses(0, 0, 0), pattern, at, at);
        return (Skills) Proxy.newProxyInstance(
                Skills.class.getClassLoader(),
                new Class<?>[] {Skills.class},
                (self, method, given) -> switch (method.getName()) {
                    case "list" -> ((Scope) given[0]).userId() == null ? List.of(one) : List.of();
                    case "find" ->
                        ((Scope) given[0]).userId() == null && given[1].equals("notes")
                                ? Optional.of(one)
                                : Optional.empty();
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static View view(Rig rig, Scope scope, String id, Kind kind) {
        return rig.lineage().of(scope, new Question(id, kind, 20, null, 0)).orElseThrow();
    }

    private static List<String> ids(View view, Kind kind) {
        return view.levels().stream()
                .filter(level -> level.kind() == kind)
                .map(Level::nodes)
                .flatMap(List::stream)
                .map(Node::id)
                .toList();
    }

    @EachDatabase
    void leadsFromATraceToWhatWasRememberedAndToSkills(Database database) {
        Rig rig = new Rig(database);
        rig.fail("ada", "t1");
        String tea = remember(rig, "archive", "Likes tea", Map.of(), "t1/s2");
        noted(rig, "t1", "memories:" + tea + " ~memories:w7 playbook:lost");
        rig.skills = skill(tea, "t1");

        View view = view(rig, SCOPE, "t1", Kind.TRACE);

        assertThat(ids(view, Kind.MEMORY)).containsExactly(tea);
        assertThat(ids(view, Kind.SKILL)).containsExactly("notes");
        assertThat(ids(view, Kind.FAILURE)).isNotEmpty();
        assertThat(view.levels().stream().flatMap(level -> level.missing().stream()))
                .contains("What trace 't1' gave as 'lost' is not here any more");
    }

    @EachDatabase
    void leadsBackToTheEvidence(Database database) {
        Rig rig = new Rig(database);
        rig.fail("ada", "t1", "t2");
        String tea = remember(rig, "archive", "Likes tea", Map.of(), "t1/s2", "t1", "gone");
        rig.skills = skill(tea, "t2");

        View memory = view(rig, SCOPE, tea, Kind.MEMORY);
        View skill = view(rig, SCOPE, "notes", Kind.SKILL);

        assertThat(ids(memory, Kind.TRACE)).containsExactly("t1");
        assertThat(ids(memory, Kind.SKILL)).containsExactly("notes");
        assertThat(memory.levels().get(0).missing())
                .containsExactly("Memory '" + tea + "' rests on 'gone', which is no trace here");
        assertThat(ids(skill, Kind.MEMORY)).containsExactly(tea);
        assertThat(ids(skill, Kind.TRACE)).containsExactlyInAnyOrder("t1", "t2");
        assertThat(skill.start().title()).isEqualTo("Notes, version 2");
    }

    @EachDatabase
    void showsAUserOnlyWhatIsTheirs(Database database) {
        Rig rig = new Rig(database);
        rig.fail("ada", "t1");
        String tea = remember(rig, "archive", "Likes tea", Map.of(), "t1");
        rig.skills = skill(null, "t1");

        assertThat(ids(view(rig, new Scope("w1", "ada"), "t1", Kind.TRACE), Kind.SKILL))
                .containsExactly("notes");
        assertThat(ids(view(rig, new Scope("w1", "ben"), tea, Kind.MEMORY), Kind.TRACE))
                .isEmpty();
        assertThat(rig.lineage().of(Scope.ofWorkspace("w2"), Question.of(tea, 5)))
                .isEmpty();
    }

    @EachDatabase
    void knowsNoSkillWhereNobodyKeepsThem(Database database) {
        Rig rig = new Rig(database);
        rig.fail("ada", "t1");

        assertThat(rig.lineage().of(SCOPE, new Question("notes", Kind.SKILL, 5, null, 0)))
                .isEmpty();
        rig.skills = skill("lost-pattern");
        View view = view(rig, SCOPE, "notes", Kind.SKILL);
        assertThat(view.levels().stream().flatMap(level -> level.missing().stream()))
                .contains("Skill 'notes' came of the pattern 'lost-pattern', which is not here any more");
    }
}
