/** The resources that every host has: health, evidence, failures, outcomes, context, audit and commands. */
@NullMarked
package tacit.surface.gateway.rest;

import org.jspecify.annotations.NullMarked;
