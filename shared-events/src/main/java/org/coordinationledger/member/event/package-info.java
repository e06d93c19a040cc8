/** Member: what happened to a party member of a border post, and what it means. */
@NullMarked
package org.coordinationledger.member.event;

import org.jspecify.annotations.NullMarked;
