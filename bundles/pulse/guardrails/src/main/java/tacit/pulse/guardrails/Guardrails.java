package tacit.pulse.guardrails;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tacit.api.autonomy.ActionRequest;
import tacit.api.autonomy.ApprovalType;

/** Says of an act what no policy, rule or setting may allow. Pure. */
public final class Guardrails {

    private static final Set<ApprovalType> CHANGES = Set.of(
            ApprovalType.WRITE,
            ApprovalType.DELETE_FILE,
            ApprovalType.DELETE_MULTIPLE,
            ApprovalType.BULK_RENAME,
            ApprovalType.CODE_CHANGE);

    private Guardrails() {}

    /** The worst that speaks against it; empty for nothing. */
    public static Optional<Finding> check(ActionRequest request) {
        List<Finding> findings = new ArrayList<>();
        Acts.COMMANDS.stream()
                .map(name -> Acts.detail(request, name))
                .filter(text -> !text.isBlank())
                .forEach(text -> CommandGuard.check(text).ifPresent(findings::add));
        if (Acts.isCommand(request)
                && Acts.COMMANDS.stream()
                        .allMatch(name -> Acts.detail(request, name).isBlank())) {
            findings.add(Finding.unclear("It does not say what it runs"));
        }
        if (CHANGES.contains(request.type())) {
            Acts.PATHS.stream()
                    .flatMap(name -> paths(Acts.detail(request, name)))
                    .map(path -> ofPath(request.type(), path))
                    .forEach(found -> found.ifPresent(findings::add));
        }
        return findings.stream().max(Comparator.comparing(Finding::certain));
    }

    private static Stream<String> paths(String detail) {
        return PlainText.of(detail).lines().map(String::strip).filter(path -> !path.isEmpty());
    }

    private static Optional<Finding> ofPath(ApprovalType type, String path) {
        boolean removes = type == ApprovalType.DELETE_FILE
                || type == ApprovalType.DELETE_MULTIPLE
                || type == ApprovalType.BULK_RENAME;
        if (removes && ProtectedPaths.isVital(path)) {
            return Optional.of(Finding.denied("path.vital", "It removes a whole system or home"));
        }
        if (PolicyFiles.isOne(path)) {
            return Optional.of(
                    Finding.denied("path.policy", "Whoever obeys the rules of a workspace does not write them"));
        }
        return ProtectedPaths.isDisk(path) || ProtectedPaths.isOfSystem(path)
                ? Optional.of(Finding.denied("path.system", "It changes a disk, or who may do what on this machine"))
                : Optional.empty();
    }
}
