"""Whole lines in the fonts that are held back, to measure the reader on and to choose its thresholds with."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import cv2
import numpy as np

import classes
import fonts
from atlas import forms, load
from composing import Composer
from damage import Damage

SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤邝鄢谌冼蔺仝郜阚扈晁亓邰逯嵇昝"
PLACES = "省市县区镇乡村街道路巷弄号楼室单元栋幢组社小大东西南北中山河湖海江新华民主建设人和平胜利解放文化长安花园庄岭坪屯堡湾港桥"
TRADES = "科技贸易商务咨询服务餐饮管理建筑工程材料电子信息网络文化传媒广告物流食品医药机械设备汽车实业投资发展农业种植养殖服装化工环保"
ETHNIC = "汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺".split()
CAPITAL = "壹贰叁肆伍陆柒捌玖拾佰仟万亿元整零人民币"

#: Name of a world, how blurred and noisy (1 as in training), and line heights in pixels.
WORLDS = {"clean": (0.25, 22, 40), "usual": (0.6, 18, 40), "worn": (1.0, 14, 36), "hard": (1.6, 11, 28)}


class Texts:
    """Names, ethnic groups, addresses, companies and sums. Half of the given names' characters are rare ones."""

    def __init__(self, rng: np.random.Generator) -> None:
        self.rng = rng
        self.levels = classes.levels()
        self.rare = self.levels[1] + self.levels[2] + classes.variants()

    def pick(self, characters: str | list[str]) -> str:
        return str(characters[int(self.rng.integers(0, len(characters)))])

    def given(self) -> str:
        return self.pick(self.rare) if self.rng.random() < 0.5 else self.pick(self.levels[0])

    def text(self) -> tuple[str, str]:
        """A kind of line and a text of it."""
        draw = self.rng.random()
        if draw < 0.55:
            return "name", self.pick(SURNAMES) + "".join(self.given() for _ in range(int(self.rng.choice([1, 2, 2, 2, 3]))))
        if draw < 0.63:
            parts = ["".join(self.given() for _ in range(int(self.rng.integers(2, 5)))) for _ in range(2)]
            return "dotted", "·".join(parts)
        if draw < 0.68:
            return "ethnicity", self.pick(ETHNIC)
        if draw < 0.83:
            head = "".join(self.given() + self.pick(PLACES) for _ in range(int(self.rng.integers(2, 4))))
            return "address", f"{head}{self.rng.integers(1, 999)}号{self.rng.integers(1, 30)}栋{self.rng.integers(101, 2999)}室"
        if draw < 0.95:
            middle = "".join(self.pick(TRADES) for _ in range(4))
            return "company", self.given() + self.given() + middle + self.pick(["有限公司", "（个体工商户）", "有限责任公司"])
        return "capital", "".join(self.pick(CAPITAL) for _ in range(int(self.rng.integers(2, 6)))) + "元整"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--atlas", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True, help="folder for pictures and lines.jsonl")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--text", action="append", help="draw these names in turn instead of made-up lines")
    parser.add_argument("--world", choices=list(WORLDS), help="only this one")
    arguments = parser.parse_args()
    rng = np.random.default_rng(arguments.seed)
    texts, drawn = Texts(rng), forms()
    numbers = np.array([number for _, number in drawn])
    form_of = {character: row for row, (character, _) in reversed(list(enumerate(drawn)))}
    chosen = fonts.chosen(held_back=True)
    composers = [Composer(load(arguments.atlas, font), numbers, len(classes.han()), rng) for font in chosen]
    weights = np.array([font.weight for font in chosen]) / sum(font.weight for font in chosen)
    damage = Damage(rng)
    arguments.output.mkdir(parents=True, exist_ok=True)
    with (arguments.output / "lines.jsonl").open("w", encoding="utf-8") as listing:
        written = 0
        while written < arguments.count:
            kind, text = ("name", arguments.text[written % len(arguments.text)]) if arguments.text else texts.text()
            index = int(rng.choice(len(chosen), p=weights))
            rows = [form_of[character] for character in text]
            if not composers[index].sheet.present[rows].all():
                continue
            world = arguments.world or str(rng.choice(list(WORLDS)))
            strength, low, high = WORLDS[world]
            line = composers[index].line_of(rows)
            height = float(rng.uniform(low, high))
            damage.strength = strength
            grey, extents, top, bottom = damage.picture(line, height)
            name = f"{written:05d}.pgm"
            cv2.imwrite(str(arguments.output / name), grey)
            around = rng.normal(0, 0.04, 4) * height
            box = np.array([extents[0, 0], top, extents[-1, 1], bottom]) + around
            entry = {"file": name, "box": [round(float(edge), 1) for edge in box], "kind": kind, "text": text}
            entry |= {"world": world, "font": chosen[index].name, "height": round(height, 1)}
            listing.write(json.dumps(entry, ensure_ascii=False) + "\n")
            written += 1


if __name__ == "__main__":
    main()
