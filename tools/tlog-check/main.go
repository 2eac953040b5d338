// tlog-check holds our Merkle trees and proofs against those of the Go checksum database: it reads what
// we claim, one claim a line, and asks golang.org/x/mod/sumdb/tlog.
//
//	leaf HASH                        the next leaf hash
//	root SIZE HASH                   the root of the first SIZE leaves
//	inclusion INDEX SIZE HASH...     the proof of a leaf, which must also be the one that tlog makes
//	consistency FROM TO HASH...      the proof that one tree extends another, likewise
//	no inclusion ...                 a proof that must be refused
//	no consistency ...
//
// Hashes are sixty-four hexadecimal digits. It prints each claim that is wrong and how many there were,
// and ends with 0 when all hold, 1 when one does not, 2 when a line says nothing it knows.
package main

import (
	"bufio"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"reflect"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

// log is the tree in the order in which tlog stores its hashes.
type log struct {
	stored []tlog.Hash
	leaves []tlog.Hash
}

var errUnknown = errors.New("no claim that is known here")

func (l *log) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	var found []tlog.Hash
	for _, index := range indexes {
		if index < 0 || index >= int64(len(l.stored)) {
			return nil, fmt.Errorf("no hash %d", index)
		}
		found = append(found, l.stored[index])
	}
	return found, nil
}

func (l *log) add(leaf tlog.Hash) error {
	hashes, err := tlog.StoredHashesForRecordHash(int64(len(l.leaves)), leaf, l)
	if err != nil {
		return err
	}
	l.stored = append(l.stored, hashes...)
	l.leaves = append(l.leaves, leaf)
	return nil
}

// root is tlog's root of the first leaves.
func (l *log) root(size int64) (tlog.Hash, error) {
	if size < 1 || size > int64(len(l.leaves)) {
		return tlog.Hash{}, fmt.Errorf("no tree of %d leaves", size)
	}
	return tlog.TreeHash(size, l)
}

// inclusion checks a proof, and that tlog makes the same one.
func (l *log) inclusion(index, size int64, proof []tlog.Hash) error {
	root, err := l.root(size)
	if err != nil {
		return err
	}
	if index < 0 || index >= size {
		return fmt.Errorf("no leaf %d of %d", index, size)
	}
	if err := tlog.CheckRecord(proof, size, root, index, l.leaves[index]); err != nil {
		return err
	}
	own, err := tlog.ProveRecord(size, index, l)
	return same(own, proof, err)
}

// consistency checks a proof, and that tlog makes the same one.
func (l *log) consistency(from, to int64, proof []tlog.Hash) error {
	old, err := l.root(from)
	if err != nil {
		return err
	}
	root, err := l.root(to)
	if err != nil {
		return err
	}
	if err := tlog.CheckTree(proof, to, root, from, old); err != nil {
		return err
	}
	own, err := tlog.ProveTree(to, from, l)
	return same(own, proof, err)
}

func same(own, proof []tlog.Hash, err error) error {
	if err == nil && !(len(own) == 0 && len(proof) == 0) && !reflect.DeepEqual(own, proof) {
		return errors.New("not the proof that tlog makes")
	}
	return err
}

func parseHashes(words []string) ([]tlog.Hash, error) {
	var hashes []tlog.Hash
	for _, word := range words {
		var hash tlog.Hash
		bytes, err := hex.DecodeString(word)
		if err != nil || len(bytes) != len(hash) {
			return nil, errUnknown
		}
		copy(hash[:], bytes)
		hashes = append(hashes, hash)
	}
	return hashes, nil
}

// take reads one claim and says what is wrong with it.
func (l *log) take(words []string) error {
	numbers := map[string]int{"leaf": 0, "root": 1, "inclusion": 2, "consistency": 2}
	count, known := numbers[words[0]]
	if !known || len(words) < 1+count {
		return errUnknown
	}
	var number [2]int64
	for i := range number[:count] {
		value, err := strconv.ParseInt(words[1+i], 10, 64)
		if err != nil {
			return errUnknown
		}
		number[i] = value
	}
	hashes, err := parseHashes(words[1+count:])
	if err != nil {
		return err
	}
	switch {
	case words[0] == "inclusion":
		return l.inclusion(number[0], number[1], hashes)
	case words[0] == "consistency":
		return l.consistency(number[0], number[1], hashes)
	case len(hashes) != 1:
		return errUnknown
	case words[0] == "leaf":
		return l.add(hashes[0])
	}
	root, err := l.root(number[0])
	if err == nil && root != hashes[0] {
		err = fmt.Errorf("the root is %x", root[:])
	}
	return err
}

func main() {
	var l log
	claims, wrong := 0, 0
	lines := bufio.NewScanner(os.Stdin)
	for number := 1; lines.Scan(); number++ {
		words := strings.Split(lines.Text(), " ")
		isNo := words[0] == "no" && len(words) > 1
		if isNo {
			words = words[1:]
		}
		err := l.take(words)
		if errors.Is(err, errUnknown) {
			fmt.Printf("line %d: %v\n", number, err)
			os.Exit(2)
		}
		if isNo && err == nil {
			err = errors.New("it holds")
		} else if isNo {
			err = nil
		}
		claims++
		if err != nil {
			wrong++
			fmt.Printf("line %d: %s: %v\n", number, strings.Join(words[:len(words)-1], " "), err)
		}
	}
	if err := lines.Err(); err != nil {
		fmt.Println(err)
		os.Exit(2)
	}
	fmt.Printf("%d claims, %d wrong\n", claims, wrong)
	if claims == 0 || wrong > 0 {
		os.Exit(1)
	}
}
