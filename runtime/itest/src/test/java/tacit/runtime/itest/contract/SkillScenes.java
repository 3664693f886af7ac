package tacit.runtime.itest.contract;

import java.util.List;
import tacit.api.adapt.SkillActor;
import tacit.api.adapt.SkillDraft;
import tacit.api.adapt.SkillEvalCase;
import tacit.api.adapt.SkillFolders;
import tacit.api.adapt.SkillPromoter;
import tacit.api.adapt.SkillProposalDraft;
import tacit.api.adapt.SkillProposals;
import tacit.api.adapt.Skills;
import tacit.api.store.Scope;

/** What is made of what worked: proposals, skills and their folders. */
final class SkillScenes {

    private static final SkillActor ADA = SkillActor.operator("ada");
    private static final String FILE = """
            ---
            name: ferry-times
            description: Looks up when a ferry leaves. Use it for questions about ferries.
            ---

            Read docs/notes.md.
            """;

    private SkillScenes() {}

    static void promoter(SkillPromoter promoter, String workspace) {
        Scope scope = Scope.ofWorkspace(workspace);
        promoter.findCandidates(scope, 1);
        promoter.preview(scope);
        promoter.maybePropose(scope);
        promoter.maybePropose(new Scope(workspace, "ada"));
    }

    static void proposals(SkillProposals proposals, String workspace) {
        Scope scope = Scope.ofWorkspace(workspace);
        String id = String.valueOf(
                proposals.propose(scope, draft("Ask before a deployment")).proposalId());
        proposals.propose(scope, draft("Ask before a deployment"));
        proposals.propose(scope, draft(" "));
        proposals.find(scope, id);
        proposals.list(scope, null, 10);
        proposals.evaluate(scope, id, List.of());
        proposals.evaluate(
                scope, id, List.of(new SkillEvalCase("c", "deploy", List.of("ask"), List.of("friday"), List.of())));
        proposals.approve(scope, id, ADA, null, "good");
        proposals.approve(scope, id, ADA, null, null);
        proposals.reject(scope, "sp_1_00000000", ADA, "it is not there");
    }

    static void skills(Skills skills, String workspace) {
        Scope scope = Scope.ofWorkspace(workspace);
        skills.list(scope, true, 10);
        skills.find(scope, "ferry-times");
        skills.offered(scope, "ferry-times");
        skills.history(scope, "ferry-times");
        skills.rollBack(scope, "ferry-times", 1, ADA);
        skills.retire(scope, "ferry-times", ADA, "outdated");
        skills.countUse(scope, Seed.GOOD);
        skills.forget(scope, List.of(Seed.FAILED), List.of("never deploy on a friday"));
        skills.clear(new Scope(workspace, "ada"));
    }

    static void folders(SkillFolders folders, String workspace) {
        Scope scope = Scope.ofWorkspace(workspace);
        folders.importText(scope, "ferry-times", FILE);
        folders.document(scope, "ferry-times");
        folders.export(scope, "shared/skills", List.of());
        folders.importFolder(scope, "shared/skills");
        folders.sync(scope);
    }

    private static SkillProposalDraft draft(String prompt) {
        return new SkillProposalDraft(
                "Deployments go wrong on Fridays",
                List.of("It happened twice"),
                List.of("deploy"),
                "",
                new SkillDraft(
                        "careful-deployment",
                        "Careful deployment",
                        "Deploys with care. Use it before every deployment.",
                        prompt,
                        "",
                        "proposed",
                        List.of(),
                        true),
                new SkillActor(SkillActor.Kind.AGENT, "coder"),
                List.of(Seed.GOOD));
    }
}
