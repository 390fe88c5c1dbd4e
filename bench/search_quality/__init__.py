"""How good are the answers, for ours and for other search engines, on the same judged Dutch queries?"""
