"""JSON texts of three kinds, in the manner of the public test suites for parsers.

`y_` has to be read, `n_` has to be refused, and `i_` may be either. All are
made here, so that every byte of them is known.
"""

import codecs

_WHOLE = b'{"name": "Zo\xc3\xab", "list": [1, -2.5e3, true, null], "in": {"a": "\\u00e9"}}'
_DEPTHS = (600, 5_000, 100_000)

YES = {
    "empty_object": b"{}",
    "empty_array": b"[]",
    "white_space": b" \t\r\n[ 1 ,\n2 ] \n",
    "lonely_number": b"7",
    "lonely_text": b'"x"',
    "lonely_null": b"null",
    "largest_whole_number": b"[18446744073709551615]",
    "smallest_whole_number": b"[-9223372036854775808]",
    "minus_zero": b"[-0, -0.0]",
    "exponents": b"[1e2, 1E+2, 1e-2, 1.5E-07]",
    "tiny_number": b"[1e-999]",
    "all_escapes": b'["\\"\\\\\\/\\b\\f\\n\\r\\t"]',
    "pair_of_halves": b'["\\ud83d\\ude00"]',
    "written_nul": b'["\\u0000"]',
    "delete_and_beyond": b'["\x7f\xc2\x80\xe2\x80\xa8\xef\xbf\xbf"]',
    "every_plane": '["a\u00e9\u4e2d\U0001f600\U0010fffd"]'.encode(),
    "letters_that_join": '["e\u0301 \u0644\u0627 \U0001f468\u200d\U0001f469"]'.encode(),
    "empty_key": b'{"": 1}',
    "keys_that_differ_in_case": b'{"a": 1, "A": 2}',
    "keys_alike_in_other_places": b'{"a": {"a": {"a": 1}}}',
    "long_text": b'["' + b"a" * 1_000_000 + b'"]',
    "many_numbers": b"[" + b"1," * 50_000 + b"1]",
    "nested_a_hundred_deep": b"[" * 100 + b"]" * 100,
    "whole": _WHOLE,
}

_NUMBERS = b"01 -01 1. .1 -.1 +1 1e 1e+ 1E- 0x1 0b1 1_0 1,5 - -- 1.2.3 1e2.3 Inf Infinity -Infinity"
_NUMBERS += b" NaN -NaN nan inf 1e999 -1e999 00 0e 1f 1L 1n"
_WORDS = b"nul tru fals True None undefined TRUE nulll 'a' a \xe2\x80\x9ca\xe2\x80\x9d"
_SHAPES = (
    *(b"[1,]", b"[,1]", b"[1 2]", b"[1", b"1]", b"]", b"[", b"[[]", b"[]]", b"[1}", b"{]", b"[,]"),
    *(b'{"a"}', b'{"a":}', b'{"a":1,}', b"{,}", b"{1:1}", b'{"a" 1}', b'{"a":1 "b":2}', b"{a:1}"),
    *(b"{", b"}", b'{"a":1', b'{"a":1}}', b"{} {}", b"{},", b"[] x", b"// no\n[]", b"[/* no */]"),
    *(
        b"#\n[]",
        b",",
        b":",
        b"[:]",
        b"[1:2]",
        b"{[1]:2}",
        b"{null:1}",
        b"(1)",
        b"<x/>",
        b"---\na: 1",
    ),
)
_TEXTS = (
    *(b'["a]', b'["a\\"]', b'["\\x41"]', b'["\\u12"]', b'["\\uZZZZ"]', b'["\\"]', b'["\\', b'["'),
    *(b'["\\u"]', b'["\\U0041"]', b'["\\a"]', b'["\\0"]', b'["\\ "]', b"['a']", b'["a"b"]'),
    *(
        b'["\\ud800"]',
        b'["\\udc00"]',
        b'["\\ud800\\ud800"]',
        b'["\\udc00\\ud800"]',
        b'["\\ud800x"]',
    ),
)
_LETTERS = (
    *(
        b"\xff",
        b"\xc0\xaf",
        b"\xc1\x81",
        b"\xe0\x80\xaf",
        b"\xed\xa0\x80",
        b"\xed\xbf\xbf",
        b"\x80",
    ),
    *(b"\xf4\x90\x80\x80", b"\xf5\x80\x80\x80", b"\xe4\xb8", b"\xc3", b"\xfc\x80\x80\x80\x80\xaf"),
)
_KEYS = (
    *(b'{"a":1,"a":1}', b'{"a":1,"b":2,"a":3}', b'{"a":1,"\\u0061":2}', b'{"":1,"":2}'),
    *(b'[{"x":{"a":1,"a":2}}]', b'{"personas":[],"personas":[]}'),
)

NO = {
    "nothing": b"",
    "white_space_alone": b" \n\t",
    "zero_bytes": b"\0" * 100,
    "zero_byte_inside": b'{"a":\x001}',
    "zero_byte_behind": b"{}\0",
    "whole_number_beyond": b"[18446744073709551616]",
    "whole_number_far_beyond": b"[" + b"9" * 100_000 + b"]",
    "negative_number_beyond": b"[-9223372036854775809]",
    "byte_order_mark": codecs.BOM_UTF8 + b"{}",
    "byte_order_mark_twice": codecs.BOM_UTF8 * 2 + b"{}",
}
NO |= {
    f"number_{n}": b"[" + said + b"]" for n, said in enumerate(_NUMBERS.split()) if said != b"1,5"
}
NO |= {f"word_{n}": b"[" + said + b"]" for n, said in enumerate(_WORDS.split())}
NO |= {f"shape_{n}": said for n, said in enumerate(_SHAPES)}
NO |= {f"text_{n}": said for n, said in enumerate(_TEXTS)}
NO |= {f"letters_{n}": b'["' + said + b'"]' for n, said in enumerate(_LETTERS)}
NO |= {f"control_{code}": b'["' + bytes([code]) + b'"]' for code in range(32)}
NO |= {f"space_{code}": b"[" + bytes([code]) + b"1]" for code in (1, 11, 12, 31, 0xA0)}
NO |= {f"key_twice_{n}": said for n, said in enumerate(_KEYS)}
NO |= {f"cut_at_{end}": _WHOLE[:end] for end in range(1, len(_WHOLE))}
NO |= {
    f"encoding_{name}": '{"a": "é"}'.encode(name)
    for name in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "latin-1")
}
for depth in _DEPTHS:
    NO |= {
        f"arrays_{depth}_deep": b"[" * depth + b"]" * depth,
        f"objects_{depth}_deep": b'{"a":' * depth + b"1" + b"}" * depth,
        f"mixed_{depth}_deep": b'[{"a":' * depth + b"1" + b"}]" * depth,
        f"open_{depth}_deep": b"[" * depth,
    }

EITHER = {
    "fraction_of_many_digits": b"[0." + b"1" * 10_000 + b"]",
    "key_of_a_megabyte": b'{"' + b"k" * 1_000_000 + b'": 1}',
    "nested_250_deep": b"[" * 250 + b"]" * 250,
    "zero_with_a_large_exponent": b"[0e99999]",
    "many_keys": b"{" + b",".join(b'"k%d":1' % n for n in range(50_000)) + b"}",
}

ALL = {
    **{f"y_{name}": text for name, text in YES.items()},
    **{f"n_{name}": text for name, text in NO.items()},
    **{f"i_{name}": text for name, text in EITHER.items()},
}
