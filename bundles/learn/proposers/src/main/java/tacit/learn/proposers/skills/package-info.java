/**
 * Proposes that agents are told of versions of skills that somebody approved for proof.
 *
 * <pre>
 *   runs --SkillPromoter--> draft --an operator--> version --> [skills] --> Proposal of the setting "offered"
 * </pre>
 */
@NullMarked
package tacit.learn.proposers.skills;

import org.jspecify.annotations.NullMarked;
