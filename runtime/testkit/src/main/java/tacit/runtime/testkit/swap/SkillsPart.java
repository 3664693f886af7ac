package tacit.runtime.testkit.swap;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import tacit.api.adapt.SkillFolders;
import tacit.api.adapt.SkillPromoter;
import tacit.api.adapt.SkillProposals;
import tacit.api.adapt.SkillReviewReceipt;
import tacit.api.adapt.SkillVersion;
import tacit.api.adapt.Skills;
import tacit.api.store.Scope;

/** A skill with versions, and a proposal that waits. */
final class SkillsPart implements Part {

    private static final String SKILL = "ferry-times";
    private static final String FILE = """
            ---
            name: %s
            description: Looks up when a ferry leaves. Use it for questions about ferries.
            ---

            %s
            """;

    private final SkillPromoter promoter;
    private final SkillProposals proposals;
    private final Skills skills;
    private final SkillFolders folders;

    SkillsPart(Facades facades) {
        promoter = facades.role(SkillPromoter.class, "skill-promoter");
        proposals = facades.role(SkillProposals.class, "skill-proposals");
        skills = facades.role(Skills.class, "skills");
        folders = facades.role(SkillFolders.class, "skill-folders");
    }

    @Override
    public String bundle() {
        return "tacit.adapt.skills";
    }

    @Override
    public void make() {
        makeVersions(Kept.ALL);
        skills.rollBack(Kept.ALL, SKILL, 1, Kept.OPERATOR);
        folders.importText(Kept.ALL, "tram-times", FILE.formatted("tram-times", "Read docs/trams.md."));
    }

    private void makeVersions(Scope scope) {
        for (String words : List.of("Read docs/notes.md.", "Ask the harbour office first.")) {
            String id = folders.importText(scope, SKILL, FILE.formatted(SKILL, words))
                    .proposalId();
            SkillReviewReceipt receipt = proposals.approve(scope, String.valueOf(id), Kept.OPERATOR, null, "good");
            if (!receipt.done()) {
                throw new IllegalStateException("Cannot make a skill: " + receipt.reason());
            }
        }
    }

    @Override
    public List<Ask> asks(int thread) {
        return List.of(
                Ask.same(() -> skills.list(Kept.ALL, true, 10)),
                Ask.same(() -> skills.find(Kept.ALL, SKILL)),
                Ask.same(() -> skills.history(Kept.ALL, SKILL)),
                Ask.same(() -> folders.document(Kept.ALL, SKILL)),
                Ask.same(() -> proposals.list(Kept.ALL, null, 10)),
                Ask.same(() -> promoter.findCandidates(Kept.ALL, 1)),
                wentBack(Kept.load(thread)));
    }

    /** Goes back to the version before each time: a version that was lost or doubled would show in its number. */
    private Ask wentBack(Scope scope) {
        makeVersions(scope);
        AtomicInteger last = new AtomicInteger(number(scope));
        return () -> {
            skills.rollBack(scope, SKILL, last.get() - 1, Kept.OPERATOR);
            return number(scope) == last.incrementAndGet();
        };
    }

    private int number(Scope scope) {
        List<SkillVersion> versions = skills.history(scope, SKILL);
        return versions.get(versions.size() - 1).version();
    }
}
