package tacit.learn.proposers.skills;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.adapt.Skill;
import tacit.api.adapt.SkillActor;
import tacit.api.adapt.SkillCandidate;
import tacit.api.adapt.SkillOffers;
import tacit.api.adapt.SkillPromoter;
import tacit.api.adapt.SkillVersion;
import tacit.api.adapt.Skills;
import tacit.api.experiment.HarnessChange;
import tacit.api.experiment.Proposal;
import tacit.api.experiment.Proposal.ChangeKind;
import tacit.api.experiment.Proposer;
import tacit.api.store.Scope;

/**
 * Proposes to offer the newest version of a skill that agents are not told of, the one that waits longest first. A draft that
 * nobody has approved is never proposed: no agent is told what no person has read. Thread-safe; keeps nothing.
 */
@Component
public final class SkillProposer implements Proposer {

    static final String NAME = "playbook-skills";

    /** Where the skills are that prompts are told of; its answers, and the runs that have them, are what is judged. */
    static final String ROLE = "memory-source/skills";

    private static final int MOST = 1000;

    private final SkillOffers offers;
    private final Skills skills;
    private final SkillPromoter promoter;

    @Activate
    public SkillProposer(@Reference SkillOffers offers, @Reference Skills skills, @Reference SkillPromoter promoter) {
        this.offers = offers;
        this.skills = skills;
        this.promoter = promoter;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Answer propose(Scope scope, Context context) {
        if (!offers.named()) {
            return Answer.nothing("No bundle of skills is in force whose skills a generation can name");
        }
        SortedMap<String, Integer> inForce = offers.of(scope.workspaceId());
        List<Skill> waiting = waiting(scope, inForce);
        Set<String> refused = refused(context);
        List<String> notes = new ArrayList<>();
        for (Skill skill : waiting) {
            if (refused.contains(title(skill))) {
                notes.add("Version " + skill.current().version() + " of skill " + skill.name() + " was refused");
            } else {
                return answer(scope, context, inForce, skill, notes);
            }
        }
        notes.add("No other version of a skill waits to be proved");
        return new Answer(List.of(), 0, notes);
    }

    /** Those that wait longest first. */
    private List<Skill> waiting(Scope scope, SortedMap<String, Integer> inForce) {
        return skills.list(Scope.ofWorkspace(scope.workspaceId()), false, MOST).stream()
                .filter(skill -> skill.current().version() != inForce.getOrDefault(skill.name(), 0))
                .filter(skill -> skill.current().by().kind() == SkillActor.Kind.OPERATOR)
                .filter(skill -> skill.current().content().enabled())
                .sorted(Comparator.comparing((Skill skill) -> skill.current().at())
                        .thenComparing(Skill::name))
                .toList();
    }

    /** What was refused by its title, as every version of every skill has one of its own. */
    private static Set<String> refused(Context context) {
        return context.refused().stream()
                .filter(one -> one.proposal().proposer().equals(RULE + NAME))
                .map(one -> one.proposal().title())
                .collect(Collectors.toSet());
    }

    /** All skills of a workspace stand in one place, so one at a time is proposed. */
    private Answer answer(
            Scope scope, Context context, SortedMap<String, Integer> inForce, Skill skill, List<String> notes) {
        SortedMap<String, Integer> wanted = new TreeMap<>(inForce);
        wanted.put(skill.name(), skill.current().version());
        HarnessChange change = new HarnessChange(new TreeMap<>(), offers.settings(scope.workspaceId(), wanted));
        if (context.mostProposals() == 0 || change.places().stream().anyMatch(context::claimed)) {
            return Answer.nothing("An experiment under way would change which skills are offered");
        }
        return new Answer(List.of(proposal(scope, change, skill, inForce)), 0, notes);
    }

    private Proposal proposal(Scope scope, HarnessChange change, Skill skill, Map<String, Integer> inForce) {
        List<SkillCandidate> patterns = promoter.findCandidates(Scope.ofWorkspace(scope.workspaceId()), 1).stream()
                .filter(pattern -> pattern.patternId().equals(skill.patternId()))
                .toList();
        List<String> runs = patterns.stream()
                .flatMap(pattern -> pattern.traceIds().stream())
                .distinct()
                .limit(Proposal.MAX_EVIDENCE)
                .toList();
        String worked = patterns.isEmpty()
                ? "It was written, and not drawn from runs"
                : "What it says worked in " + patterns.get(0).count() + " runs and failed in "
                        + patterns.get(0).failures();
        return new Proposal(
                ChangeKind.SKILL, change, ROLE, title(skill), why(skill, worked, inForce), runs, null, RULE + NAME);
    }

    private static String title(Skill skill) {
        return "Offer skill " + skill.name() + ", version " + skill.current().version();
    }

    private static String why(Skill skill, String worked, Map<String, Integer> inForce) {
        SkillVersion version = skill.current();
        Integer now = inForce.get(skill.name());
        return (now == null ? "It is not offered yet" : "Version " + now + " is offered now") + ". " + worked + ". "
                + version.by().name() + " approved it on " + version.at()
                + ". Tasks have to go better when agents are told of it, and none of the protected cases may break";
    }
}
