package tacit.adapt.skills;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tacit.adapt.skills.text.Json;
import tacit.api.adapt.SkillProposal.Status;
import tacit.api.adapt.SkillProposalReceipt;
import tacit.api.adapt.StateDocument;
import tacit.api.store.Scope;

/** Keeps proposals: the documents are the truth, the files in the folder of the workspace are copies of them. */
final class ProposalBook {

    static final String KIND = "skill.proposal";

    private static final String SIGNATURE = "skill.signature";
    private static final Duration COOLDOWN = Duration.ofHours(24);
    private static final int MOST = 1000;

    private final Documents documents;
    private final ProposalFiles files;

    ProposalBook(Documents documents, ProposalFiles files) {
        this.documents = documents;
        this.files = files;
    }

    /** Keeps a proposal unless there is one that says the same. */
    SkillProposalReceipt add(Scope owner, StoredProposal proposal) {
        adopt(owner);
        Optional<StoredProposal> same = documents
                .find(owner, SIGNATURE, proposal.signature())
                .flatMap(document -> find(owner, Json.string(Json.stored(document.content()), "proposal")));
        Optional<SkillProposalReceipt> refused = same.flatMap(other -> duplicate(other, proposal.createdAt()));
        if (refused.isPresent()) {
            return refused.get();
        }
        StateDocument stored = documents
                .add(owner, KIND, proposal.id(), Json.text(proposal.json()))
                .orElseThrow(() -> new IllegalStateException("Cannot add proposal '" + proposal.id() + "': it exists"));
        sign(owner, proposal);
        files.write(owner, StoredProposal.read(stored.content()));
        return SkillProposalReceipt.created(proposal.id());
    }

    private void sign(Scope owner, StoredProposal proposal) {
        documents.change(
                owner,
                SIGNATURE,
                proposal.signature(),
                there -> Json.text(Json.object().put("proposal", proposal.id())));
    }

    private static Optional<SkillProposalReceipt> duplicate(StoredProposal other, Instant now) {
        if (other.status() != Status.REJECTED) {
            return Optional.of(SkillProposalReceipt.duplicate(other.id(), null));
        }
        Instant until = other.updatedAt().plus(COOLDOWN);
        return now.isBefore(until) ? Optional.of(SkillProposalReceipt.duplicate(other.id(), until)) : Optional.empty();
    }

    /** The newest ones first. */
    List<StoredProposal> list(Scope owner) {
        adopt(owner);
        return documents.own(owner, KIND, MOST).stream()
                .map(document -> StoredProposal.read(document.content()))
                .sorted(Comparator.comparing(StoredProposal::createdAt)
                        .thenComparing(StoredProposal::id)
                        .reversed())
                .toList();
    }

    Optional<StoredProposal> find(Scope owner, String id) {
        Optional<StateDocument> found = documents.find(owner, KIND, id);
        if (found.isEmpty()) {
            adopt(owner);
            found = documents.find(owner, KIND, id);
        }
        return found.map(document -> StoredProposal.read(document.content()));
    }

    /** Takes in what another program left in the folder, once. */
    private void adopt(Scope owner) {
        for (String id : files.ids(owner)) {
            if (documents.find(owner, KIND, id).isEmpty()) {
                files.read(owner, id).ifPresent(proposal -> {
                    documents.add(owner, KIND, id, Json.text(proposal.json()));
                    sign(owner, proposal);
                });
            }
        }
    }

    /** Changes a proposal that waits; empty when there is none that does. */
    Optional<StoredProposal> review(Scope owner, String id, UnaryOperator<StoredProposal> review) {
        Optional<StoredProposal> reviewed = documents
                .change(owner, KIND, id, there -> {
                    StoredProposal now = there == null ? null : StoredProposal.read(there);
                    return now == null || now.status() != Status.PENDING
                            ? null
                            : Json.text(review.apply(now).json());
                })
                .map(document -> StoredProposal.read(document.content()));
        reviewed.ifPresent(proposal -> files.write(owner, proposal));
        return reviewed;
    }

    /** Stores what is left of one after words were taken out of it. */
    void rewrite(Scope owner, StoredProposal proposal) {
        documents.change(owner, KIND, proposal.id(), there -> Json.text(proposal.json()));
        files.write(owner, proposal);
        files.removeReport(owner, proposal.id());
    }

    void remove(Scope owner, StoredProposal proposal) {
        documents.remove(owner, KIND, proposal.id());
        documents.remove(owner, SIGNATURE, proposal.signature());
        files.remove(owner, proposal.id());
        files.removeReport(owner, proposal.id());
    }
}
