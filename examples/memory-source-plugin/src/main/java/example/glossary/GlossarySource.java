package example.glossary;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.harness.Role;
import tacit.api.memory.ContextFragment;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.MemorySource;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.memory.WorkspaceFile;
import tacit.api.memory.WorkspaceFiles;

/** Offers the terms of a workspace's glossary that the task uses; the glossary has a line {@code - term: meaning} for each. */
@Component(property = Role.PROPERTY + "=memory-source/glossary")
public final class GlossarySource implements MemorySource {

    private static final String FILE = "GLOSSARY.md";
    private static final int MOST_BYTES = 65_536;
    private static final Pattern LINE = Pattern.compile("(?m)^- ([^:\\n]+): (.+)$");

    private final WorkspaceFiles files;

    @Activate
    public GlossarySource(@Reference WorkspaceFiles files) {
        this.files = files;
    }

    @Override
    public String name() {
        return "glossary";
    }

    @Override
    public List<ContextFragment> fragments(ContextRequest request) {
        String task = request.task().toLowerCase(Locale.ROOT);
        return files.read(request.workspaceId(), FILE, MOST_BYTES).stream()
                .flatMap(file -> LINE.matcher(file.text())
                        .results()
                        .filter(line -> task.contains(line.group(1).toLowerCase(Locale.ROOT)))
                        .map(line -> fragment(file, line.group(1), line.group(2))))
                .limit(request.most())
                .toList();
    }

    // What stands in a file is data and never an order, whoever wrote it: so its lane is FOREIGN
    private ContextFragment fragment(WorkspaceFile file, String term, String meaning) {
        return new ContextFragment(
                "term:" + term,
                name(),
                "notes",
                term + " means " + meaning,
                TrustLane.FOREIGN,
                Visibility.SHARED,
                0.8,
                0.9,
                file.modifiedAt(),
                List.of());
    }
}
