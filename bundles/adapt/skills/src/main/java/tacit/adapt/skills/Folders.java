package tacit.adapt.skills;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tacit.adapt.skills.folder.SkillDocument;
import tacit.adapt.skills.text.Json;
import tacit.api.adapt.SkillDraft;
import tacit.api.adapt.SkillFilesReport;
import tacit.api.adapt.StateDocument;
import tacit.api.memory.WorkspaceFile;
import tacit.api.memory.WorkspaceFiles;
import tacit.api.store.Scope;
import tacit.api.store.TextRuns;

/**
 * The folders that skills are written to. Only what was written here, and is still as it was written, is ever changed: a document
 * keeps the hash of each file, and the file itself says whose it is.
 */
final class Folders {

    static final String KIND = "skill.file";

    private static final String BUNDLE = "tacit.adapt.skills";
    private static final String MARK = SkillDocument.METADATA + "tacit.bundle";
    private static final int LARGEST = 1_000_000;
    private static final String SAME = "same";

    private final Documents documents;
    private final WorkspaceFiles files;

    Folders(Documents documents, WorkspaceFiles files) {
        this.documents = documents;
        this.files = files;
    }

    /** A skill as its file, with where it comes from. */
    static SkillDocument document(StoredSkill skill) {
        StoredSkill.Version current = skill.current();
        SkillDraft draft = current.content().draft();
        SortedMap<String, String> meta = new TreeMap<>(current.content().meta());
        meta.keySet().removeIf(key -> key.startsWith(SkillDocument.METADATA + "tacit."));
        meta.put(MARK, BUNDLE);
        meta.put(SkillDocument.METADATA + "tacit.version", String.valueOf(current.number()));
        meta.put(SkillDocument.METADATA + "tacit.evidence", evidence(current));
        return new SkillDocument(skill.name(), draft.description(), meta, draft.prompt());
    }

    private static String evidence(StoredSkill.Version version) {
        int successes = version.content().support().successes().size();
        int failures = version.content().support().failures().size();
        String proposal = version.proposalId() == null ? "" : version.proposalId() + ", ";
        return version.content().isPattern()
                ? String.format(Locale.ROOT, "%s%d runs worked, %d failed", proposal, successes, failures)
                : proposal + "written by " + version.by().kind().name().toLowerCase(Locale.ROOT);
    }

    /** Without a slash at its end; one that leads out is refused by whoever reads it. */
    static String folder(String path) {
        String folder = path.strip().replaceAll("/+$", "");
        if (folder.isEmpty()) {
            throw new IllegalArgumentException("folder must name a path below the workspace's folder");
        }
        return folder;
    }

    /** Writes skills into a folder. */
    SkillFilesReport write(Scope workspace, String folder, List<StoredSkill> skills) {
        List<String> written = new ArrayList<>();
        SortedMap<String, String> kept = new TreeMap<>();
        for (StoredSkill skill : skills) {
            String path = folder + "/" + skill.name() + "/" + SkillDocument.FILE;
            String why = write(workspace, path, skill);
            if (why.isEmpty()) {
                written.add(path);
            } else if (!why.equals(SAME)) {
                kept.put(path, why);
            }
        }
        return new SkillFilesReport(written, List.of(), kept);
    }

    /** Answers why it was not written; empty when it was. */
    private String write(Scope workspace, String path, StoredSkill skill) {
        String text = document(skill).text();
        String id = workspace.workspaceId();
        Optional<WorkspaceFile> there = files.read(id, path, LARGEST);
        if (there.isPresent() && !there.get().text().equals(text)) {
            Optional<String> why = foreign(workspace, there.get());
            if (why.isPresent()) {
                return why.get();
            }
        }
        if (there.isEmpty() && !isFree(id, path)) {
            return "The folder is not Tacit's: it holds other files";
        }
        String sha = there.map(WorkspaceFile::sha256).orElse(null);
        boolean same = there.isPresent() && there.get().text().equals(text);
        if (!same && !files.replace(id, path, sha, text)) {
            return "Somebody else is writing it";
        }
        remember(workspace, path, skill.name());
        return same ? SAME : "";
    }

    private boolean isFree(String workspaceId, String path) {
        String folder = path.substring(0, path.length() - SkillDocument.FILE.length() - 1);
        return files.list(workspaceId, folder, 2, List.of()).isEmpty();
    }

    private void remember(Scope workspace, String path, String name) {
        files.read(workspace.workspaceId(), path, 0).ifPresent(file -> {
            ObjectNode node = Json.object();
            node.put("skill", name);
            node.put("sha256", file.sha256());
            String content = Json.text(node);
            documents.change(workspace, KIND, path, was -> content.equals(was) ? null : content);
        });
    }

    /** Why a file must not be changed; empty when it is as it was written here. */
    private Optional<String> foreign(Scope workspace, WorkspaceFile file) {
        Optional<StateDocument> known = documents.find(workspace, KIND, file.path());
        if (known.isEmpty() || !file.text().contains("tacit.bundle: \"" + BUNDLE + "\"")) {
            return Optional.of("It was not written by Tacit");
        }
        String sha = Json.string(Json.stored(known.get().content()), "sha256");
        return sha.equals(file.sha256()) ? Optional.empty() : Optional.of("It was changed by hand");
    }

    /** The files that were written here, by path, with their skills. */
    SortedMap<String, String> written(Scope workspace) {
        return documents.own(workspace, KIND, Integer.MAX_VALUE).stream()
                .collect(Collectors.toMap(
                        StateDocument::key,
                        document -> Json.string(Json.stored(document.content()), "skill"),
                        (one, other) -> one,
                        TreeMap::new));
    }

    /** Removes what was written here; a file that was changed by hand stays. */
    SkillFilesReport remove(Scope workspace, List<String> paths) {
        List<String> removed = new ArrayList<>();
        SortedMap<String, String> kept = new TreeMap<>();
        for (String path : paths) {
            Optional<WorkspaceFile> there = files.read(workspace.workspaceId(), path, LARGEST);
            Optional<String> why = there.flatMap(file -> foreign(workspace, file));
            if (why.isPresent()) {
                kept.put(path, why.get());
            } else if (there.isEmpty()
                    || files.delete(workspace.workspaceId(), path, there.get().sha256())) {
                documents.remove(workspace, KIND, path);
                removed.add(path);
            } else {
                kept.put(path, "Somebody else is writing it");
            }
        }
        return new SkillFilesReport(List.of(), removed, kept);
    }

    /** Brings files that were written here in line with what a skill says now. */
    void rewrite(Scope workspace, List<String> paths, StoredSkill skill) {
        for (String path : paths) {
            if (files.read(workspace.workspaceId(), path, 0).isPresent()) {
                write(workspace, path, skill);
            }
        }
    }

    /** Takes lines that hold one of these texts out of files that were written here, even where they were changed by hand. */
    void erase(Scope workspace, List<String> paths, TextRuns texts) {
        for (String path : paths) {
            files.read(workspace.workspaceId(), path, LARGEST).ifPresent(file -> {
                String rest = Arrays.stream(file.text().split("(?<=\n)", -1))
                        .filter(line -> !texts.isIn(line))
                        .collect(Collectors.joining());
                if (!rest.equals(file.text()) && !files.replace(workspace.workspaceId(), path, file.sha256(), rest)) {
                    throw new IllegalStateException("Cannot take words out of file '" + path + "': it keeps changing");
                }
            });
        }
    }
}
