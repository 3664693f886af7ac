/**
 * The database behind {@code tacit.api.store}: sessions over Jdbi, one writer whose commits many callers share, and the
 * migrations of each bundle.
 */
@NullMarked
package tacit.store.sql;

import org.jspecify.annotations.NullMarked;
