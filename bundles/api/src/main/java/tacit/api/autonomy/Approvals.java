package tacit.api.autonomy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/**
 * The inbox of acts that somebody is asked about, and what was earned. Thread-safe; what it answers is durable. Guardrails and
 * policy are asked for each act; who answers stands in the audit log before it counts.
 */
@ProviderType
public interface Approvals {

    /**
     * What an automated task of a profile may do by itself, with the autonomy settings that count for it.
     *
     * @throws IllegalArgumentException when there is no such profile
     */
    AgentConfig config(String profileId);

    /**
     * Judges an act: APPROVED or DENIED at once by the policy, or PENDING in the inbox. The same id again gives the same entry,
     * whose answer {@link ApprovalListener} tells; the task waits for it and loses nothing.
     *
     * @throws IllegalArgumentException when the id was another's, or what is asked is too long to be read by anybody
     */
    Approval ask(ActionRequest request);

    /**
     * Answers one that is pending; an answer may be kept as a rule.
     *
     * @param keep null for this time only, otherwise {@code workspace} or {@code profile}
     * @return the entry; empty when there is none
     * @throws IllegalStateException when it is not pending any more, or may not be kept so
     */
    Optional<Approval> answer(String id, boolean allow, String by, @Nullable String note, @Nullable String keep);

    /** Tells how an approved act went, once; earns or costs autonomy. What is unknown, denied or told already changes nothing. */
    void outcome(String id, boolean success);

    /** Takes a question back that needs no answer any more, so that nobody is asked for nothing; it counts as expired. False when it was not pending. */
    boolean withdraw(String id, String reason);

    Optional<Approval> find(String id);

    /**
     * The newest first; what is null does not matter.
     *
     * @param scope the workspace, and of a user only what is asked for that user; null for all of this host
     */
    Page<Approval> list(
            @Nullable Scope scope, Approval.@Nullable State state, @Nullable String profileId, PageRequest page);

    /** What was earned; of all profiles for null. */
    List<EarnedAutonomy> earned(@Nullable String profileId);

    /** Takes back what was earned. */
    void demote(String profileId, String targetKey, String action, String by, String reason);

    List<PermissionRule> rules(@Nullable String workspaceId, @Nullable String profileId);

    /**
     * Keeps a rule for a workspace or a profile, one of which is null; it takes the place of one that looks at the same. Its id and
     * source are given here.
     */
    void rule(@Nullable String workspaceId, @Nullable String profileId, PermissionRule rule, String by);

    boolean removeRule(String id, String by);

    /**
     * Judges recorded acts once more under a changed policy, with the rules and what is earned now, and without any effect: the
     * last 10,000 since then.
     *
     * @param profileId of all profiles for null
     * @param since from when on
     * @param changes settings of autonomy by key, such as {@code autonomy.preset}, that are tried
     * @param more rules that are tried besides
     */
    DryRun dryRun(@Nullable String profileId, Instant since, Map<String, String> changes, List<PermissionRule> more);

    /**
     * What a changed policy would have said. Immutable.
     *
     * @param requests how many were judged
     * @param before how often each effect was said
     * @param after how often each would have been
     * @param changed each act for which it differs, at most 1000
     */
    record DryRun(
            int requests,
            Map<PermissionEffect, Integer> before,
            Map<PermissionEffect, Integer> after,
            List<Changed> changed) {

        public DryRun {
            before = Map.copyOf(before);
            after = Map.copyOf(after);
            changed = List.copyOf(changed);
        }
    }

    /** An act for which a changed policy says something else. Immutable. */
    record Changed(String approvalId, String action, PermissionDecision before, PermissionDecision after) {}
}
