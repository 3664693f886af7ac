package tacit.panel.people;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.adapt.Skill;
import tacit.api.adapt.SkillActor;
import tacit.api.adapt.SkillChange;
import tacit.api.adapt.SkillDesk;
import tacit.api.adapt.SkillFolders;
import tacit.api.adapt.SkillProposal;
import tacit.api.adapt.SkillProposals;
import tacit.api.adapt.SkillReviewReceipt;
import tacit.api.adapt.SkillVersion;
import tacit.api.adapt.Skills;
import tacit.api.http.HttpProblem;
import tacit.api.page.Done;
import tacit.api.page.Page;
import tacit.api.page.Panel;
import tacit.api.page.View;
import tacit.api.store.Scope;
import tacit.panel.forms.Acts;
import tacit.panel.forms.Fields;

/** Skills that agents are offered, with their versions, and proposals that wait for an operator. */
@Component(service = Panel.class)
public final class SkillsPanel implements Panel {

    private static final int MOST = 200;
    private static final String PROPOSALS = "proposals";

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Skills skills;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable SkillProposals proposals;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable SkillDesk desk;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable SkillFolders folders;

    @Override
    public String id() {
        return "skills";
    }

    @Override
    public String title() {
        return "Skills";
    }

    @Override
    public Group group() {
        return Group.PEOPLE;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Page show(View view) {
        List<String> path = view.path();
        if (path.isEmpty()) {
            return list(view);
        }
        return path.size() == 2 && path.get(1).equals(PROPOSALS)
                ? proposal(found(view, path.get(0)))
                : skill(view, path.get(0));
    }

    @Override
    public Done act(View view, String act) {
        SkillActor by = SkillActor.operator(view.principal().name());
        SkillDesk open = Acts.there(desk, "changes skills");
        Scope scope = view.principal().scope();
        String id = Fields.required(view, "id");
        String why = view.parameter("reason").orElse(null);
        return Acts.done(() -> switch (act) {
            case "approve" -> reviewed(open.approve(scope, id, by, null, why), "The proposal is approved");
            case "reject" ->
                reviewed(open.reject(scope, id, by, Fields.required(view, "reason")), "The proposal is rejected");
            case "retire" ->
                changed(open.retire(scope, id, by, Fields.required(view, "reason")), "Agents are told of it no more");
            case "rollback" -> changed(open.rollBack(scope, id, version(view), by), "It says again what it said then");
            default -> throw Acts.unknown(act);
        });
    }

    private static Done reviewed(SkillReviewReceipt receipt, String message) {
        if (!receipt.done()) {
            throw new HttpProblem(receipt.proposal() == null ? 404 : 409, receipt.reason());
        }
        return Done.here(message);
    }

    private static Done changed(SkillChange change, String message) {
        if (!change.done()) {
            throw new HttpProblem(change.skill() == null ? 404 : 409, change.reason());
        }
        return Done.here(message);
    }

    private static int version(View view) {
        String text = Fields.required(view, "version");
        if (!text.matches("\\d{1,6}")) {
            throw new HttpProblem(400, "A version is a whole number, not '" + text + "'");
        }
        return Integer.parseInt(text);
    }

    private Page list(View view) {
        Skills all = skills;
        SkillProposals wanted = proposals;
        List<Scope> owners = owners(view.principal().scope());
        boolean retired = view.parameter("retired").isPresent();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("known", all != null);
        values.put("asked", wanted != null);
        values.put("retired", retired);
        values.put(
                "rows",
                of(owners, owner -> all == null ? Stream.empty() : all.list(owner, retired, MOST).stream())
                        .map(SkillsPanel::row)
                        .toList());
        values.put(
                "waiting",
                of(
                                owners,
                                owner -> wanted == null
                                        ? Stream.empty()
                                        : wanted.list(owner, SkillProposal.Status.PENDING, MOST).stream())
                        .map(SkillsPanel::row)
                        .toList());
        return Page.of("", SkillsPanel.class, "skills.peb", values);
    }

    private Page skill(View view, String name) {
        Skills all = Acts.there(skills, "keeps skills");
        for (Scope owner : owners(view.principal().scope())) {
            Skill skill = all.find(owner, name).orElse(null);
            if (skill != null) {
                Map<String, Object> values = new LinkedHashMap<>();
                List<SkillVersion> versions = all.history(owner, name);
                values.put("skill", skill);
                values.put("versions", versions);
                values.put("active", skill.state() == Skill.State.ACTIVE);
                values.putAll(new SkillText(folders).values(owner, name));
                values.putAll(SkillText.beside(view, versions, skill.current()));
                return Page.of(skill.current().content().name(), SkillsPanel.class, "skill.peb", values);
            }
        }
        throw new HttpProblem(404, "There is no skill '" + name + "' in this workspace");
    }

    private static Page proposal(SkillProposal proposal) {
        return Page.of(
                proposal.draft().name(),
                SkillsPanel.class,
                "proposal.peb",
                Map.of("proposal", proposal, "waits", proposal.status() == SkillProposal.Status.PENDING));
    }

    private SkillProposal found(View view, String id) {
        SkillProposals wanted = Acts.there(proposals, "keeps proposals of skills");
        return of(owners(view.principal().scope()), owner -> wanted.find(owner, id).stream())
                .findFirst()
                .orElseThrow(() -> new HttpProblem(404, "There is no proposal '" + id + "' in this workspace"));
    }

    private static <T> Stream<T> of(List<Scope> owners, Function<Scope, Stream<T>> asked) {
        return owners.stream().flatMap(asked);
    }

    /** Where something may lie that the token may see: with its user, and with the workspace. */
    private static List<Scope> owners(Scope scope) {
        Scope workspace = Scope.ofWorkspace(scope.workspaceId());
        return scope.userId() == null ? List.of(workspace) : List.of(scope, workspace);
    }

    private static Map<String, Object> row(Skill skill) {
        return Map.of(
                "name", skill.name(),
                "title", skill.current().content().name(),
                "description", skill.current().content().description(),
                "state", skill.state(),
                "version", skill.current().version(),
                "successes", skill.uses().successes(),
                "failures", skill.uses().failures(),
                "updatedAt", skill.updatedAt());
    }

    private static Map<String, Object> row(SkillProposal proposal) {
        return Map.of(
                "id", proposal.id(),
                "part", PROPOSALS,
                "title", proposal.draft().name(),
                "problem", proposal.problemStatement(),
                "kind", proposal.kind(),
                "by", proposal.proposer().name(),
                "createdAt", proposal.createdAt());
    }
}
