package tacit.adapt.skills;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.adapt.skills.folder.SkillDocument;
import tacit.adapt.skills.text.Content;
import tacit.api.adapt.SkillActor;
import tacit.api.adapt.SkillDraft;
import tacit.api.adapt.SkillFile;
import tacit.api.adapt.SkillFilesReport;
import tacit.api.adapt.SkillFolders;
import tacit.api.adapt.SkillImport;
import tacit.api.adapt.SkillProposal.Kind;
import tacit.api.adapt.SkillProposalDraft;
import tacit.api.adapt.SkillProposalReceipt;
import tacit.api.adapt.StateStore;
import tacit.api.harness.Role;
import tacit.api.memory.WorkspaceFile;
import tacit.api.memory.WorkspaceFiles;
import tacit.api.store.Scope;

/** Writes skills as Agent Skills, and reads those of others as proposals. Stateless. */
@Component(property = Role.PROPERTY + "=skill-folders")
@Designate(ocd = AgentSkillFolders.Config.class)
public final class AgentSkillFolders implements SkillFolders {

    private static final int LARGEST = 200_000;
    private static final int DEPTH = 3;
    private static final int MOST_FOLDERS = 200;

    /** Which folders of agents follow. */
    @ObjectClassDefinition(name = "Tacit skill folders")
    public @interface Config {

        @AttributeDefinition(
                name = "Folders of agents",
                description = "Folders below that of a workspace that get every skill that is offered, such as"
                        + " .claude/skills or .agents/skills, with commas between; none for no folder")
        String sync_folders() default "";

        @AttributeDefinition(
                name = "Offered",
                description =
                        "The skills that folders get, as WORKSPACE/NAME@VERSION"
                                + " in a line each, or WORKSPACE/- for none; a workspace that is not named offers what is active")
        String offered() default "";
    }

    private final WorkspaceFiles files;
    private final Clock clock;
    private final Shelf shelf;
    private final OfferedShelf offered;
    private final ProposalBook book;
    private final Folders folders;
    private final List<String> synced;

    @Activate
    public AgentSkillFolders(
            @Reference StateStore state, @Reference WorkspaceFiles files, @Reference Clock clock, Config config) {
        this.files = files;
        this.clock = clock;
        Documents documents = new Documents(state);
        shelf = new Shelf(documents);
        offered = OfferedShelf.of(shelf, config.offered());
        book = new ProposalBook(documents, new ProposalFiles(files));
        folders = new Folders(documents, files);
        synced = config.sync_folders().isBlank()
                ? List.of()
                : Arrays.stream(config.sync_folders().split(",", -1))
                        .map(Folders::folder)
                        .toList();
        synced.stream()
                .filter(folder -> folder.startsWith("/") || folder.contains(".."))
                .findFirst()
                .ifPresent(folder -> {
                    throw new IllegalArgumentException(
                            "sync.folders must lie below the workspace's folder, got '" + folder + "'");
                });
    }

    @Override
    public Optional<SkillFile> document(Scope scope, String name) {
        return offered.find(scope, name)
                .or(() -> shelf.find(scope, name))
                .map(skill -> new SkillFile(
                        skill.name() + "/" + SkillDocument.FILE,
                        Folders.document(skill).text()));
    }

    @Override
    public SkillFilesReport export(Scope scope, String folder, List<String> names) {
        Scope workspace = workspace(scope);
        List<StoredSkill> skills = offered.list(workspace);
        Set<String> known = skills.stream().map(StoredSkill::name).collect(Collectors.toSet());
        names.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("Cannot find active skill '" + name + "'");
        });
        return folders.write(
                workspace,
                Folders.folder(folder),
                skills.stream()
                        .filter(skill -> names.isEmpty() || names.contains(skill.name()))
                        .toList());
    }

    /** What is one user's own is in no folder that others can read. */
    private Scope workspace(Scope scope) {
        if (files.folder(scope.workspaceId()).isEmpty()) {
            throw new IllegalArgumentException("Workspace '" + scope.workspaceId() + "' has no folder");
        }
        return Scope.ofWorkspace(scope.workspaceId());
    }

    @Override
    public SkillImport importFolder(Scope scope, String folder) {
        Scope workspace = workspace(scope);
        SortedMap<String, SkillProposalReceipt> proposals = new TreeMap<>();
        SortedMap<String, String> refused = new TreeMap<>();
        for (String path : documents(workspace, Folders.folder(folder))) {
            String[] names = path.split("/", -1);
            try {
                Optional<WorkspaceFile> file = files.read(workspace.workspaceId(), path, LARGEST);
                if (file.isPresent() && file.get().whole()) {
                    proposals.put(
                            path,
                            importText(
                                    workspace,
                                    names[names.length - 2],
                                    file.get().text()));
                } else {
                    refused.put(path, "It is gone or too large");
                }
            } catch (IllegalArgumentException e) {
                refused.put(path, String.valueOf(e.getMessage()));
            }
        }
        return new SkillImport(proposals, refused);
    }

    private List<String> documents(Scope workspace, String folder) {
        return files.list(workspace.workspaceId(), folder, DEPTH, List.of(".git", "node_modules")).stream()
                .map(WorkspaceFiles.Entry::path)
                .filter(path -> path.endsWith("/" + SkillDocument.FILE))
                .limit(MOST_FOLDERS)
                .toList();
    }

    @Override
    public SkillProposalReceipt importText(Scope scope, String folderName, String text) {
        SkillDocument document = SkillDocument.read(folderName, text);
        Optional<StoredSkill> same = shelf.find(scope, document.name()).filter(skill -> Folders.document(skill)
                .body()
                .strip()
                .equals(document.body().strip()));
        if (same.isPresent()) {
            return SkillProposalReceipt.duplicate("skill " + document.name(), null);
        }
        SkillProposalDraft draft = draft(document);
        Optional<String> broken = Drafts.broken(draft.draft(), draft.problemStatement());
        if (broken.isPresent()) {
            return SkillProposalReceipt.blocked(broken.get());
        }
        SortedMap<String, String> meta = new TreeMap<>(document.meta());
        meta.keySet().removeIf(key -> key.startsWith(SkillDocument.METADATA + "tacit."));
        meta.remove(SkillDocument.ALLOWED_TOOLS);
        Content content = Content.of(draft, meta);
        return book.add(
                scope, StoredProposal.of(Kind.USE, content, draft.proposer(), Signatures.of(content), clock.instant()));
    }

    private static SkillProposalDraft draft(SkillDocument document) {
        String tools = document.meta().getOrDefault(SkillDocument.ALLOWED_TOOLS, "");
        List<String> required = new ArrayList<>(Arrays.asList(tools.strip().split("\\s+", -1)));
        required.removeIf(String::isEmpty);
        return new SkillProposalDraft(
                "A skill from a folder: " + document.description(),
                List.of("Read from a SKILL.md that was not written here"),
                required,
                "Its words come from outside: read all of them before it is approved",
                new SkillDraft(
                        document.name(),
                        document.name(),
                        document.description(),
                        document.body(),
                        "",
                        "imported",
                        List.of(),
                        true),
                new SkillActor(SkillActor.Kind.IMPORT, "import"),
                List.of());
    }

    @Override
    public SkillFilesReport sync(Scope scope) {
        Scope workspace = Scope.ofWorkspace(scope.workspaceId());
        if (synced.isEmpty() || files.folder(workspace.workspaceId()).isEmpty()) {
            return SkillFilesReport.NOTHING;
        }
        List<StoredSkill> active = offered.list(workspace);
        Set<String> names = active.stream().map(StoredSkill::name).collect(Collectors.toSet());
        List<String> stale = folders.written(workspace).entrySet().stream()
                .filter(entry -> !names.contains(entry.getValue()) && isSynced(entry.getKey()))
                .map(Map.Entry::getKey)
                .toList();
        SkillFilesReport gone = folders.remove(workspace, stale);
        List<String> written = new ArrayList<>();
        SortedMap<String, String> kept = new TreeMap<>(gone.kept());
        for (String folder : synced) {
            SkillFilesReport report = folders.write(workspace, folder, active);
            written.addAll(report.written());
            kept.putAll(report.kept());
        }
        return new SkillFilesReport(written, gone.removed(), kept);
    }

    private boolean isSynced(String path) {
        return synced.stream().anyMatch(folder -> path.startsWith(folder + "/"));
    }
}
