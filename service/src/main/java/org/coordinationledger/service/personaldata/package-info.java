/** Members' personal data: sealed under one key per member, opened for those who may read them, erased with the key. */
@NullMarked
package org.coordinationledger.service.personaldata;

import org.jspecify.annotations.NullMarked;
