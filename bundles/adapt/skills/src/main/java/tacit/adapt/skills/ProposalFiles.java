package tacit.adapt.skills;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.adapt.skills.text.Json;
import tacit.api.memory.WorkspaceFile;
import tacit.api.memory.WorkspaceFiles;
import tacit.api.store.Scope;

/**
 * Proposals and reports in the folder of a workspace. What is one user's own is never written there.
 *
 * @param files the folders
 */
record ProposalFiles(WorkspaceFiles files) {

    private static final Logger log = LoggerFactory.getLogger(ProposalFiles.class);
    private static final String PROPOSALS = ".cowork/skills/proposals";
    private static final String REPORTS = ".cowork/skills/evals";
    private static final String END = ".json";
    private static final int LARGEST = 1_000_000;
    private static final int ATTEMPTS = 5;

    private boolean has(Scope owner) {
        return owner.userId() == null && files.folder(owner.workspaceId()).isPresent();
    }

    /** The names of the proposals that lie there. */
    List<String> ids(Scope owner) {
        if (!has(owner)) {
            return List.of();
        }
        return files.list(owner.workspaceId(), PROPOSALS, 1, List.of()).stream()
                .map(entry -> entry.path().substring(PROPOSALS.length() + 1))
                .filter(name -> name.endsWith(END))
                .map(name -> name.substring(0, name.length() - END.length()))
                .toList();
    }

    /** One that can not be read is passed over. */
    Optional<StoredProposal> read(Scope owner, String id) {
        return files.read(owner.workspaceId(), path(PROPOSALS, id), LARGEST)
                .filter(WorkspaceFile::whole)
                .flatMap(file -> StoredProposal.foreign(file.text(), file.modifiedAt()))
                .filter(proposal -> proposal.id().equals(id));
    }

    void write(Scope owner, StoredProposal proposal) {
        put(owner, path(PROPOSALS, proposal.id()), proposal.file());
    }

    void report(Scope owner, String id, ObjectNode report) {
        put(owner, path(REPORTS, id), report);
    }

    /** The document is the truth: a copy that can not be written is named, and written at the next change. */
    private void put(Scope owner, String path, ObjectNode node) {
        if (!has(owner)) {
            return;
        }
        String text = Json.lines(node);
        try {
            for (int i = 0; i < ATTEMPTS; i++) {
                String sha = files.read(owner.workspaceId(), path, 0)
                        .map(WorkspaceFile::sha256)
                        .orElse(null);
                if (files.replace(owner.workspaceId(), path, sha, text)) {
                    return;
                }
            }
            log.warn("Cannot write '{}': somebody else keeps writing it", path);
        } catch (UncheckedIOException e) {
            log.warn("Cannot write '{}'; what it says is stored all the same", path, e);
        }
    }

    void remove(Scope owner, String id) {
        delete(owner, path(PROPOSALS, id));
    }

    void removeReport(Scope owner, String id) {
        delete(owner, path(REPORTS, id));
    }

    /** It has to go: whoever forgets is told when it does not. */
    private void delete(Scope owner, String path) {
        if (!has(owner)) {
            return;
        }
        for (int i = 0; i < ATTEMPTS; i++) {
            Optional<WorkspaceFile> there = files.read(owner.workspaceId(), path, 0);
            if (there.isEmpty()
                    || files.delete(owner.workspaceId(), path, there.get().sha256())) {
                return;
            }
        }
        throw new IllegalStateException("Cannot remove file '" + path + "': it keeps changing");
    }

    private static String path(String folder, String id) {
        return folder + "/" + id + END;
    }
}
